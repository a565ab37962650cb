import { describe, expect, it } from 'vitest';
import { buildEvents, createBuildDeps } from '../../fakes/build-deps.ts';
import { createMemoryBuildRecords } from '../../fakes/memory-build-records.ts';
import { createMemoryFileSource, setFile } from '../../fakes/memory-file-source.ts';

const CORPUS = { 'harbour.txt': 'Harbour opens\n\nThe harbour opened on Monday.', 'empty.txt': '' };

describe('what a build notes beside the index', () => {
  it('is what it did, also where it changed nothing', async () => {
    const source = createMemoryFileSource(CORPUS);
    const records = createMemoryBuildRecords();
    const deps = { ...createBuildDeps({ source }), records };
    await buildEvents(deps);
    expect(await records.read()).toMatchObject({
      ...{ added: 1, changed: 0, unchanged: 0, removed: 0, embeddedPassages: 1, rebuildReason: null },
      skipped: [{ path: 'empty.txt', reason: 'The file is empty.' }],
      skippedCount: 1,
      warningCount: 0,
    });
    setFile(source, 'blank.txt', '');
    await buildEvents(deps);
    expect(await records.read()).toMatchObject({
      added: 0,
      unchanged: 1,
      embeddedPassages: 0,
      skippedCount: 2,
    });
  });

  it('lists no more than a few hundred files, and counts them all', async () => {
    const files = Array.from({ length: 510 }, (_, at) => [`e${at}.txt`, ''] as const);
    const records = createMemoryBuildRecords();
    const source = createMemoryFileSource(Object.fromEntries(files));
    await buildEvents({ ...createBuildDeps({ source }), records });
    const record = await records.read();
    expect(record?.skippedCount).toBe(510);
    expect(record?.skipped).toHaveLength(500);
  });

  it('does not fail a build that could not note it, and warns', async () => {
    const records = createMemoryBuildRecords(new Error('The disk is full.'));
    const events = await buildEvents({
      ...createBuildDeps({ source: createMemoryFileSource(CORPUS) }),
      records,
    });
    expect(events.at(-1)?.type).toBe('index-finished');
    expect(events).toContainEqual({
      type: 'warning-raised',
      warning: {
        path: null,
        words: 'The index is up to date, but what this build did could not be noted: The disk is full.',
      },
    });
  });
});
