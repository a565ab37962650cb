import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createLocalIndexStore } from '../../src/adapters/storage/local-index-store.ts';
import type { IndexStore } from '../../src/ports/index-store.ts';
import { createMemoryIndexStore } from '../fakes/memory-index-store.ts';
import { describeIndexStore } from './index-store.contract.ts';
import { describePassageStore } from './passage-store.contract.ts';
import { describeTermIndex } from './term-index.contract.ts';
import { describeVectorIndex } from './vector-index.contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function localStore(): Promise<IndexStore> {
  const dir = await mkdtemp(join(tmpdir(), 'citedesk-store-'));
  folders.push(dir);
  return createLocalIndexStore({ dir });
}

const STORES: readonly [string, () => Promise<IndexStore>][] = [
  ['local folder', localStore],
  ['memory', async () => createMemoryIndexStore()],
];

for (const [name, make] of STORES) {
  describeIndexStore(name, make);
  describeVectorIndex(name, make);
  describeTermIndex(name, make);
  describePassageStore(name, make);
}
