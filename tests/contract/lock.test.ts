import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createFileLock } from '../../src/adapters/system/file-lock.ts';
import { createMemoryLock } from '../fakes/memory-lock.ts';
import { describeLock } from './lock.contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describeLock('file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'citedesk-lock-'));
  folders.push(folder);
  return createFileLock({ path: join(folder, 'deeper', 'build.lock') });
});

describeLock('memory', async () => createMemoryLock());
