import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineConfig, PACKAGE_ROOT } from '../../../src/runtime/config.ts';
import { loadConfig } from '../../../src/runtime/load-config.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'config-'));
});

const load = (options: Partial<Parameters<typeof loadConfig>[0]> = {}) =>
  loadConfig({ flags: {}, env: {}, cwd, ...options });

const configFile = (name: string, body: string) => {
  const path = join(cwd, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, body);
  return path;
};

describe('loadConfig', () => {
  it('has defaults in the current folder', async () => {
    expect(await load()).toMatchObject({
      corpus: join(cwd, 'corpus'),
      index: join(cwd, 'index'),
      modelDir: join(PACKAGE_ROOT, 'models/all-MiniLM-L6-v2'),
      verifierDir: join(PACKAGE_ROOT, 'models/citedesk-verify'),
      host: '127.0.0.1',
      port: 4747,
    });
  });

  it('has defaults in the program’s folder when run inside it', async () => {
    const { corpus, index } = await load({ cwd: join(PACKAGE_ROOT, 'src/cli') });
    expect([corpus, index]).toEqual([join(PACKAGE_ROOT, 'corpus'), join(PACKAGE_ROOT, 'index')]);
  });

  it('takes flags over the environment over the file', async () => {
    const settings = defineConfig({ corpus: 'c-file', index: 'i-file', port: 1, limit: 3 });
    configFile('citedesk.config.ts', `export default ${JSON.stringify(settings)};`);
    const env = { CITEDESK_CORPUS: 'c-env', CITEDESK_PORT: '2' };
    expect(await load({ flags: { corpus: 'c-flag' }, env })).toMatchObject({
      corpus: join(cwd, 'c-flag'),
      index: join(cwd, 'i-file'),
      port: 2,
      limit: 3,
    });
  });

  it('reads folders in a file from where that file is', async () => {
    configFile('deep/desk.ts', "export default { corpus: 'articles', data: '/abs' };");
    expect(await load({ configFile: 'deep/desk.ts' })).toMatchObject({
      corpus: join(cwd, 'deep/articles'),
      data: '/abs',
    });
    expect(await load({ env: { CITEDESK_CONFIG: 'deep/desk.ts' } })).toMatchObject({
      corpus: join(cwd, 'deep/articles'),
    });
  });

  it('leaves standard input and output their name', async () => {
    expect(await load({ flags: { batch: '-', html: '-' } })).toMatchObject({ batch: '-', html: '-' });
  });

  it('reads lists from the environment', async () => {
    const env = { CITEDESK_ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443' };
    expect(await load({ env })).toMatchObject({
      allowedOrigins: ['https://a.example', 'https://b.example:8443'],
    });
  });

  it.each([
    ['export default { corpsu: 1 };', /corpsu/],
    ['export default { port: 70000 };', /port/],
    ['export const settings = {};', /expected object/i],
    ["export default { allowedOrigins: ['news.example'] };", /allowedOrigins\.0/],
    ["export default { basePath: 'desk/' };", /basePath/],
    ["export default { basePath: '/public' };", /basePath/],
    ["export default { deskOnly: [''] };", /deskOnly\.0/],
    ["export default { sites: [{ key: 'news' }] };", /sites\.0/],
    ["export default { sites: [{ key: 'news', origins: ['news.example'] }] };", /sites\.0\.origins\.0/],
    ['export default {', /does not load/],
  ])('refuses the file %j', async (body, words) => {
    const file = configFile('citedesk.config.ts', body);
    await expect(load()).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringMatching(words),
    });
    await expect(load()).rejects.toThrowError(file);
  });

  it('refuses a file that is not there', async () => {
    await expect(load({ configFile: 'none.ts' })).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it('refuses what is wrong in the environment', async () => {
    await expect(load({ env: { CITEDESK_PORT: 'http' } })).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('the environment'),
    });
  });
});
