import type { Embedder } from '../../ports/embedder.ts';
import { fingerprintOf, requireModelFiles } from '../model-pool/model-files.ts';
import { createModelPool, type ModelPool } from '../model-pool/model-pool.ts';
import { loadTextTokenizer, type TextTokenizer } from '../model-pool/text-tokenizer.ts';
import { embedTask } from './embed-task.ts';
import { embedTokensTask } from './embed-tokens-task.ts';
import { ALL_MINILM_L6_V2 } from './known-model.ts';

export interface TransformersEmbedderOptions {
  /** Folder of the model, as vendored under `models/`. */
  readonly modelDir: string;
  /** Processes at most, 1 to 64; one for each core, up to eight, unless told. */
  readonly workers?: number;
}

/**
 * An embedder on @huggingface/transformers in child processes, one thread each. The model's files
 * are checked by hash first: throws `model-missing` or `model-damaged`. The first process starts at
 * once, so that the model loads while the caller does something else.
 */
export async function createTransformersEmbedder(options: TransformersEmbedderOptions): Promise<Embedder> {
  const { modelDir, workers } = options;
  const pool = createModelPool({ preload: embedTask(modelDir), workers });
  try {
    const embedder = await createPooledEmbedder({ modelDir, pool });
    return { ...embedder, close: () => pool.close() };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/**
 * The same embedder in the processes of a pool that others share and its maker closes; `close` of
 * the embedder itself does nothing. No vector is asked for before the files are found intact.
 */
export async function createPooledEmbedder(options: {
  readonly modelDir: string;
  readonly pool: ModelPool;
}): Promise<Embedder> {
  const { modelDir, pool } = options;
  const { name, dimensions, windowTokens, markTokens } = ALL_MINILM_L6_V2;
  const tokenizer = await checkedTokenizer(modelDir);
  const [task, tokensTask] = [embedTask(modelDir), embedTokensTask(modelDir)];
  return {
    model: {
      name,
      dimensions,
      maxTokens: windowTokens - markTokens,
      fingerprint: fingerprintOf(ALL_MINILM_L6_V2),
    },
    embed: (texts, { kind, signal }) => pool.run(task, texts, { urgent: kind === 'question', signal }),
    embedTokens: (texts, { kind, signal }) =>
      pool.run(tokensTask, texts, { urgent: kind === 'question', signal }),
    countTokens: (text) => tokenizer.count(text),
    close: async () => {},
  };
}

async function checkedTokenizer(modelDir: string): Promise<TextTokenizer> {
  await requireModelFiles(modelDir, ALL_MINILM_L6_V2);
  return loadTextTokenizer(modelDir);
}
