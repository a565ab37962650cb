import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/runtime/config.ts';

/** Packages that are loaded with a file: what is imported at its top, and at the top of what it imports. */
function packagesLoadedWith(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, target = ''] of code.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
    const found = target.startsWith('.')
      ? packagesLoadedWith(join(dirname(file), target), seen)
      : new Set([target]);
    for (const name of found) packages.add(name);
  }
  return packages;
}

// The AI SDK takes some 200 ms to load: nobody who is not answered by a language model pays for it.
it('loads no package of a language model before it is asked', () => {
  const loaded = packagesLoadedWith(join(PACKAGE_ROOT, 'src/runtime/node.ts'));
  expect(loaded.has('zod')).toBe(true);
  expect([...loaded].filter((name) => name === 'ai' || name.startsWith('@ai-sdk/'))).toEqual([]);
});

it('notices one that is', () => {
  const answerer = join(PACKAGE_ROOT, 'src/adapters/answerer/written-answerer.ts');
  expect(packagesLoadedWith(answerer)).toContain('ai');
});
