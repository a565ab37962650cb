import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));
const DIST = join(WEB, 'dist');
const gzipBytes = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

beforeAll(async () => {
  if (existsSync(join(DIST, 'citedesk-chat.js'))) return;
  await build({ configFile: join(WEB, 'vite.config.ts'), root: WEB, logLevel: 'warn' });
}, 60_000);

describe('the built page', () => {
  // A reader on a phone pays for every byte before the first word: search snippets that show no sources
  // weigh 28 kB, chat widgets of others 100 to 500.
  it('embeds with at most 25 kB', () => {
    expect(gzipBytes(join(DIST, 'citedesk-chat.js'))).toBeLessThanOrEqual(25_000);
  });

  it('opens with at most 45 kB in all', () => {
    const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const sizes = files.map((entry) => gzipBytes(join(entry.parentPath, entry.name)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(45_000);
  });

  it('is one self-contained module, which loads nothing further', () => {
    const code = readFileSync(join(DIST, 'citedesk-chat.js'), 'utf8');
    expect(code).not.toMatch(/\bimport\s*[({"'*]|\bfrom\s*["'`]/);
  });

  it('holds no inline script and no inline style', () => {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });
});
