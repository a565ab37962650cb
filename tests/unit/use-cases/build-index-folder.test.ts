import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderSource } from '../../../src/adapters/source/folder-source.ts';
import { createLocalIndexStore } from '../../../src/adapters/storage/local-index-store.ts';
import { nodeFiles, type StorageFiles } from '../../../src/adapters/storage/storage-files.ts';
import { createFileLock } from '../../../src/adapters/system/file-lock.ts';
import type { BuildDeps } from '../../../src/use-cases/build-index.ts';
import { buildReport, createBuildDeps } from '../../fakes/build-deps.ts';
import { systemError } from '../../fakes/faulty-files.ts';

const CHILD = fileURLToPath(new URL('../../fakes/build-child.ts', import.meta.url));

let base: string;
let corpus: string;
let dir: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'citedesk-build-'));
  [corpus, dir] = [join(base, 'corpus'), join(base, 'index')];
  await mkdir(corpus);
  await writeFile(join(corpus, 'harbour.txt'), 'Harbour\n\nThe harbour opened on Monday.');
});
afterEach(() => rm(base, { recursive: true, force: true }));

function depsOnDisk(files: StorageFiles = nodeFiles): BuildDeps {
  return {
    ...createBuildDeps(),
    source: createFolderSource({ dir: corpus, exclude: [dir] }),
    store: createLocalIndexStore({ dir, files }),
    lock: createFileLock({ path: join(dir, 'build.lock') }),
  };
}

async function indexedPaths(): Promise<string[]> {
  const index = await createLocalIndexStore({ dir }).open();
  return (await index.passages.listDocuments()).map(({ path }) => path);
}

describe('a build on disk', () => {
  it('takes names of all kinds, and keeps nothing of the lock', async () => {
    const names = ['with space.txt', 'новости 🦢.txt', 'Zürich.txt'.normalize('NFD')];
    for (const name of names) await writeFile(join(corpus, name), 'Title\n\nSome words.');
    await symlink('.', join(corpus, 'loop'));
    const report = await buildReport(depsOnDisk());
    expect(report.added).toEqual(['Zürich.txt', 'harbour.txt', 'with space.txt', 'новости 🦢.txt']);
    expect(report.skipped).toEqual([]);
    expect(await indexedPaths()).toEqual(report.added);
    expect((await readdir(dir)).sort()).toEqual(['CURRENT', 'generations']);
  });

  it('does not read its own index where that lies in the corpus', async () => {
    dir = join(corpus, 'index');
    await buildReport(depsOnDisk());
    expect(await buildReport(depsOnDisk())).toMatchObject({ unchanged: ['harbour.txt'], skipped: [] });
  });

  it('takes an empty folder', async () => {
    await rm(join(corpus, 'harbour.txt'));
    expect(await buildReport(depsOnDisk())).toMatchObject({ documents: 0 });
    expect(await indexedPaths()).toEqual([]);
  });

  it('mends a damaged index, saying what was damaged', async () => {
    await buildReport(depsOnDisk());
    const [generation = ''] = await readdir(join(dir, 'generations'));
    await writeFile(join(dir, 'generations', generation, 'terms.bin'), 'nonsense');
    expect((await buildReport(depsOnDisk())).rebuildReason).toMatch(/terms\.bin has 8 bytes.*embedded again/);
    expect(await indexedPaths()).toEqual(['harbour.txt']);
    expect((await buildReport(depsOnDisk())).rebuildReason).toBeNull();
  });

  it('leaves the old index when the disk is full, and goes on once there is room', async () => {
    await buildReport(depsOnDisk());
    await writeFile(join(corpus, 'new.txt'), 'New\n\nThe mayor spoke.');
    const full = { ...nodeFiles, write: async () => Promise.reject(systemError('ENOSPC')) };
    await expect(buildReport(depsOnDisk(full))).rejects.toMatchObject({
      code: 'storage-full',
      message: expect.stringContaining(dir),
    });
    expect(await indexedPaths()).toEqual(['harbour.txt']);
    expect(await readdir(join(dir, 'generations'))).toHaveLength(1);
    expect(await buildReport(depsOnDisk())).toMatchObject({ added: ['new.txt'] });
  });
});

describe('a build whose process is killed', () => {
  const build = async (at: number) =>
    promisify(execFile)(process.execPath, [CHILD, corpus, dir, String(at)]).then(
      () => 'done',
      (error: { readonly signal?: string }) => error.signal ?? String(error),
    );

  // The changes to the disk of this build, once there are remains of another: 0 their removal, 1 folder,
  // 2 documents, 3 vectors, 4 terms, 5 stories, 6 manifest, 7 the new name, 8 the swap, 9 removal of the old
  // index.
  it('leaves the index as before or as after, and the next build goes through', async () => {
    await buildReport(depsOnDisk());
    await writeFile(join(corpus, 'new.txt'), 'New\n\nThe mayor spoke.');
    for (const at of [2, 3, 5, 6, 7, 8]) {
      expect(await build(at)).toBe('SIGKILL');
      expect(await indexedPaths(), `killed at ${at}`).toEqual(['harbour.txt']);
    }
    expect(await build(9)).toBe('SIGKILL');
    expect(await indexedPaths()).toEqual(['harbour.txt', 'new.txt']);
    await writeFile(join(corpus, 'newer.txt'), 'Newer\n\nThe mayor spoke again.');
    expect(await buildReport(depsOnDisk())).toMatchObject({ added: ['newer.txt'] });
    expect((await readdir(dir)).sort()).toEqual(['CURRENT', 'generations']);
    expect(await readdir(join(dir, 'generations'))).toHaveLength(1);
  }, 60_000);
});
