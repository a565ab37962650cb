// Run as a process of its own: builds an index of a folder with the fake embedder and, like a machine
// that is switched off, is gone at the change to the disk whose number it is given.
import { join } from 'node:path';
import { readYamlSidecar } from '../../src/adapters/parser/yaml-sidecar.ts';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import { createLocalIndexStore } from '../../src/adapters/storage/local-index-store.ts';
import { createFileLock } from '../../src/adapters/system/file-lock.ts';
import { buildReport, createSteppingClock } from './build-deps.ts';
import { createFakeEmbedder } from './fake-embedder.ts';
import { filesThatDieAt } from './faulty-files.ts';
import { paragraphParser } from './paragraph-parser.ts';

const [corpus = '', dir = '', at = ''] = process.argv.slice(2);
const files = filesThatDieAt(Number(at), () => process.kill(process.pid, 'SIGKILL'));
await buildReport({
  source: createFolderSource({ dir: corpus }),
  parsers: [paragraphParser],
  sidecars: readYamlSidecar,
  isDeskOnly: () => false,
  embedder: createFakeEmbedder(),
  store: createLocalIndexStore({ dir, files }),
  lock: createFileLock({ path: join(dir, 'build.lock') }),
  clock: createSteppingClock(),
});
