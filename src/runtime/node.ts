import { join } from 'node:path';
import { createExtractiveAnswerer } from '../adapters/answerer/extractive-answerer.ts';
import { createTransformersEmbedder } from '../adapters/embedder/transformers-embedder.ts';
import { createFolderSource } from '../adapters/source/folder-source.ts';
import { createLocalIndexStore } from '../adapters/storage/local-index-store.ts';
import { createFileLock } from '../adapters/system/file-lock.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import type { IndexEvent } from '../domain/index-manifest.ts';
import { type BuildOptions, buildIndex } from '../use-cases/build-index.ts';
import { createDesk } from '../use-cases/create-desk.ts';
import type { Desk } from '../use-cases/desk.ts';
import { explainFile } from '../use-cases/explain-file.ts';
import type { Config } from './config.ts';
import { parsers } from './parsers.ts';

/** The program on one machine: an index in a folder, the model in child processes. */
export interface NodePreset {
  readonly desk: Desk;
  build(options: BuildOptions): AsyncIterable<IndexEvent>;
  explain(path: string): ReturnType<typeof explainFile>;
  /** Ends the model's processes; nothing works after it. */
  close(): Promise<void>;
}

/** Wires every adapter. Throws `model-missing` or `model-damaged`; a missing index is met on use. */
export async function createNodePreset({ corpus, index, modelDir, workers }: Config): Promise<NodePreset> {
  const embedder = await createTransformersEmbedder({ modelDir, ...(workers !== undefined && { workers }) });
  const source = createFolderSource({ dir: corpus });
  const store = createLocalIndexStore({ dir: index });
  const lock = createFileLock({ path: join(index, 'build.lock') });
  const deps = { source, parsers, embedder, store, lock, clock: systemClock };
  return {
    desk: createDesk({ store, embedder, answerer: createExtractiveAnswerer({ embedder }) }),
    build: (options) => buildIndex(deps, options),
    explain: (path) => explainFile(deps, path),
    close: () => embedder.close(),
  };
}
