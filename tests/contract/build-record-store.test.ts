import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createBuildRecordFile } from '../../src/adapters/storage/build-record-file.ts';
import { nodeFiles } from '../../src/adapters/storage/storage-files.ts';
import type { BuildRecord } from '../../src/domain/build-record.ts';
import type { BuildRecordStore } from '../../src/ports/build-record-store.ts';
import { createMemoryBuildRecords } from '../fakes/memory-build-records.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function freePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'citedesk-records-'));
  folders.push(folder);
  return join(folder, 'index', 'last-build.json');
}

const RECORD: BuildRecord = {
  finishedAt: '2026-05-03T10:00:00.000Z',
  seconds: 1.5,
  added: 3,
  changed: 1,
  unchanged: 0,
  removed: 2,
  embeddedPassages: 30,
  passagesPerSecond: 20,
  rebuildReason: 'The splitter changed.',
  skipped: [{ path: 'naïve \u2028 🦢.txt', reason: 'The file is empty.' }],
  skippedCount: 12,
  warnings: [{ path: null, words: 'Large.' }],
  warningCount: 1,
};

const STORES: readonly (readonly [string, () => Promise<BuildRecordStore>])[] = [
  ['memory', async () => createMemoryBuildRecords()],
  ['file', async () => createBuildRecordFile({ path: await freePath() })],
];

describe.each(STORES)('build record store contract: %s', (_name, make) => {
  it('has nothing at first, then what was written last', async () => {
    const store = await make();
    expect(await store.read()).toBeNull();
    await store.write({ ...RECORD, rebuildReason: null });
    await store.write(RECORD);
    expect(await store.read()).toEqual(RECORD);
  });
});

describe('a build record file', () => {
  it('reads as none when it is damaged', async () => {
    const path = await freePath();
    const store = createBuildRecordFile({ path });
    await store.write(RECORD);
    for (const text of ['', '{"finishedAt":"2026', '[]', JSON.stringify({ ...RECORD, added: -1 })]) {
      await writeFile(path, text);
      expect(await store.read()).toBeNull();
    }
  });

  it('leaves the one before where it cannot be written, and says why', async () => {
    const path = await freePath();
    await createBuildRecordFile({ path }).write(RECORD);
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const files = { ...nodeFiles, rename: () => Promise.reject(full) };
    const store = createBuildRecordFile({ path, files });
    await expect(store.write({ ...RECORD, added: 9 })).rejects.toMatchObject({ code: 'storage-full' });
    expect(await store.read()).toEqual(RECORD);
    expect(await readdir(dirname(path))).toContain('last-build.json');
    const other = await freePath();
    await mkdir(other, { recursive: true });
    const onFolder = createBuildRecordFile({ path: other });
    await expect(onFolder.write(RECORD)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
