import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCountsFile } from '../../src/adapters/storage/counts-file.ts';
import { nodeFiles } from '../../src/adapters/storage/storage-files.ts';
import type { ServiceCounts } from '../../src/domain/service-counts.ts';
import { createMeter, keptCounts } from '../../src/http/meter/meter.ts';
import type { CountsStore } from '../../src/ports/counts-store.ts';
import { createMemoryCounts } from '../fakes/memory-counts.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function freePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'citedesk-counts-'));
  folders.push(folder);
  return join(folder, 'index', 'service-counts.json');
}

const AT = '2026-05-03T10:00:00.000Z';

function countsOf(questions: number): ServiceCounts {
  const meter = createMeter({ monotonicMs: () => 90_000, now: () => AT });
  for (let at = 0; at < questions; at++) {
    const verdicts = ['supported', 'contradicted'] as const;
    meter.questionEnded({ app: 'public', outcome: 'answered', ms: 12.5, verdicts });
    meter.requestBegan({ app: 'desk', method: 'POST', route: '/ä', status: 429, ms: 1, problem: 'x' });
  }
  return keptCounts(meter.measured(), AT);
}

const STORES: readonly (readonly [string, () => Promise<CountsStore>])[] = [
  ['memory', async () => createMemoryCounts()],
  ['file', async () => createCountsFile({ path: await freePath() })],
];

describe.each(STORES)('counts store contract: %s', (_name, make) => {
  it('has nothing at first, then what was written last', async () => {
    const store = await make();
    expect(await store.read()).toEqual({ kind: 'none' });
    await store.write(countsOf(1));
    await store.write(countsOf(3));
    expect(await store.read()).toEqual({ kind: 'found', counts: countsOf(3) });
  });
});

describe('a counts file', () => {
  it.each([
    ['empty', ''],
    ['cut off', JSON.stringify(countsOf(2)).slice(0, 300)],
    ['of another shape', '[]'],
    ['below zero', JSON.stringify({ ...countsOf(1), checks: { finished: -1, failed: 0, stopped: 0 } })],
    [
      'without end',
      JSON.stringify({ ...countsOf(1), refusals: Array(2_000).fill({ app: 'desk', code: 'x', count: 1 }) }),
    ],
  ])('that is %s is set aside, and another one begun', async (_, text) => {
    const path = await freePath();
    const store = createCountsFile({ path });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    expect(await store.read()).toEqual({ kind: 'damaged', setAside: `${path}.damaged` });
    expect(await readFile(`${path}.damaged`, 'utf8')).toBe(text);
    expect(await store.read()).toEqual({ kind: 'none' });
    await store.write(countsOf(1));
    expect(await store.read()).toMatchObject({ kind: 'found' });
  });

  it('is as it was where the disk fills up while it is written', async () => {
    const path = await freePath();
    await createCountsFile({ path }).write(countsOf(1));
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const files = { ...nodeFiles, write: () => Promise.reject(full) };
    const failed = createCountsFile({ path, files }).write(countsOf(2));
    await expect(failed).rejects.toMatchObject({ code: 'storage-full' });
    expect(await createCountsFile({ path }).read()).toEqual({ kind: 'found', counts: countsOf(1) });
  });

  it('leaves nothing beside it', async () => {
    const path = await freePath();
    const store = createCountsFile({ path });
    for (const questions of [1, 2, 3]) await store.write(countsOf(questions));
    expect(await readdir(dirname(path))).toEqual(['service-counts.json']);
  });
});
