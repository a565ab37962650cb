import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import { createMemoryFileSource } from '../fakes/memory-file-source.ts';
import { describeFileSource } from './file-source.contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describeFileSource('folder', async (files) => {
  const dir = await mkdtemp(join(tmpdir(), 'citedesk-source-'));
  folders.push(dir);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return createFolderSource({ dir });
});

describeFileSource('memory', async (files) => createMemoryFileSource(files));
