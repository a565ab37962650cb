import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFeedbackFile } from '../../src/adapters/storage/feedback-file.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { describeFeedbackStore, SAID } from './feedback-store.contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function freePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'citedesk-feedback-'));
  folders.push(folder);
  return join(folder, 'index', 'feedback.jsonl');
}

describeFeedbackStore('memory', async (maxBytes) => createMemoryFeedbackStore(maxBytes));
describeFeedbackStore('file', async (maxBytes) =>
  createFeedbackFile({ path: await freePath(), ...(maxBytes !== undefined && { maxBytes }) }),
);

describe('a feedback file', () => {
  it('is one line an entry, for its owner alone', async () => {
    const path = await freePath();
    await createFeedbackFile({ path }).add(SAID);
    expect(await readFile(path, 'utf8')).toBe(`${JSON.stringify(SAID)}\n`);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('goes on after a line that was cut off, and counts it', async () => {
    const path = await freePath();
    const store = createFeedbackFile({ path });
    await store.add(SAID);
    await appendFile(path, '{"at":"2026-05-03T10:0');
    await store.add(SAID);
    await appendFile(path, '{"at":"2026-05-03","helpful":"yes"}\n\n');
    expect(await store.list()).toEqual({ entries: [SAID, SAID], unreadable: 2 });
  });

  it('is shared by programs', async () => {
    const path = await freePath();
    const stores = [createFeedbackFile({ path }), createFeedbackFile({ path })];
    await Promise.all(Array.from({ length: 40 }, (_, at) => stores[at % 2]?.add(SAID)));
    expect(await stores[0]?.list()).toEqual({ entries: Array(40).fill(SAID), unreadable: 0 });
  });

  it('says what is wrong where it cannot be written or read', async () => {
    const path = await freePath();
    await mkdir(path, { recursive: true });
    const store = createFeedbackFile({ path });
    await expect(store.add(SAID)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(store.list()).rejects.toMatchObject({ code: 'storage-failed' });
    const file = join(await freePath(), '..');
    await writeFile(file, '');
    const under = createFeedbackFile({ path: join(file, 'feedback.jsonl') });
    await expect(under.add(SAID)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await under.list()).toEqual({ entries: [], unreadable: 0 });
  });
});
