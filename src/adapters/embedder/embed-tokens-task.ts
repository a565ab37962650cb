// What a worker of the pool imports to embed the tokens of one text.
import { resolve } from 'node:path';
import type { TokenEmbeddings } from '../../ports/embedder.ts';
import type { LoadTask, ModelTask } from '../model-pool/model-task.ts';
import { ALL_MINILM_L6_V2 } from './known-model.ts';

/** Imported by the pool's processes, by URL. @public */
export const load: LoadTask<string, TokenEmbeddings> = async (modelDir) => {
  // Only a worker loads the native runtime; the main process imports this file for the task alone.
  const { loadEncoder } = await import('./encoder.ts');
  const encoder = await loadEncoder(modelDir, ALL_MINILM_L6_V2);
  return encoder.tokenVectors;
};

/** The task of embedding one text and its tokens with the model of a folder. */
export function embedTokensTask(modelDir: string): ModelTask<string, TokenEmbeddings> {
  return { errorCode: 'embedder-failed', module: import.meta.url, modelDir: resolve(modelDir) };
}
