import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createBuilder } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));
const DIST = join(WEB, 'dist');
const MODULE = 'citedesk-chat.js';

const read = (file: string) => readFileSync(join(DIST, file));
const gzipBytes = (file: string) => gzipSync(read(file), { level: 9 }).length;

/** A page's file and, through what each names, all that it loads before or after its first word. */
function filesOf(page: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(join(DIST, file))) return;
    found.add(file);
    const names = read(file)
      .toString('utf8')
      .matchAll(/[\w.-]+\.(?:js|css|svg)\b/g);
    for (const [name] of names) for (const place of [name, `assets/${name}`]) visit(place);
  };
  visit(page);
  return [...found];
}

beforeAll(async () => {
  if (existsSync(join(DIST, MODULE))) return;
  const builder = await createBuilder({
    configFile: join(WEB, 'vite.config.ts'),
    root: WEB,
    logLevel: 'warn',
  });
  await builder.buildApp();
}, 60_000);

describe('the built pages', () => {
  // A reader on a phone pays for every byte before the first word: search snippets that show no sources
  // weigh 28 kB, chat widgets of others 100 to 500. All languages are counted: there is nothing to load later.
  it('embed with at most 25 kB', () => {
    expect(gzipBytes(MODULE)).toBeLessThanOrEqual(25_000);
  });

  // The chat page is opened many times a day, often over a phone; the check page shows more and is opened
  // at a desk. Both stay under a third of a second at the 1.6 Mbit/s of a slow mobile network.
  it.each([
    ['index.html', 45_000],
    ['check.html', 60_000],
    ['status.html', 60_000],
  ])('open %s with at most %i bytes in all', (page, limit) => {
    const sizes = filesOf(page).map(gzipBytes);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
  });

  it('count what a page loads', () => {
    const files = filesOf('index.html');
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(files).not.toContain(MODULE);
  });

  it('embed as one self-contained module, which loads nothing further', () => {
    expect(read(MODULE).toString('utf8')).not.toMatch(/\bimport\s*[({"'*]|\bfrom\s*["'`]/);
  });

  it.each(['index.html', 'check.html', 'status.html'].filter((page) => existsSync(join(WEB, page))))(
    'hold no inline script and no inline style in %s',
    (page) => {
      const text = read(page).toString('utf8');
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
    },
  );
});
