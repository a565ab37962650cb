// What a worker of the pool imports to embed: one text to its vector.
import { resolve } from 'node:path';
import type { LoadTask, ModelTask } from '../model-pool/model-task.ts';
import { ALL_MINILM_L6_V2 } from './known-model.ts';

/** Imported by the pool's processes, by URL. @public */
export const load: LoadTask<string, Float32Array> = async (modelDir) => {
  // Only a worker loads the native runtime; the main process imports this file for `embedTask` alone.
  const { loadEncoder } = await import('./encoder.ts');
  const encoder = await loadEncoder(modelDir, ALL_MINILM_L6_V2);
  return encoder.vector;
};

/** The task of embedding one text with the model of a folder. */
export function embedTask(modelDir: string): ModelTask<string, Float32Array> {
  return { errorCode: 'embedder-failed', module: import.meta.url, modelDir: resolve(modelDir) };
}
