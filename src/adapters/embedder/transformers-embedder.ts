import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { CitedeskError } from '../../domain/errors.ts';
import type { Embedder, EmbedOptions } from '../../ports/embedder.ts';
import type { EmbeddingJob } from './embedding-job.ts';
import { ALL_MINILM_L6_V2, type KnownModel } from './known-model.ts';
import { fingerprintOf, requireModelFiles } from './model-files.ts';
import { loadTextTokenizer, type TextTokenizer } from './text-tokenizer.ts';
import { WorkerPool } from './worker-pool.ts';
import { startWorkersFor } from './worker-process.ts';

// A worker takes about 200 MB; more than this many are asked for, not assumed.
const MAX_DEFAULT_WORKERS = 8;

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
  const model = ALL_MINILM_L6_V2;
  const modelDir = resolve(options.modelDir);
  const workers = options.workers ?? Math.min(availableParallelism(), MAX_DEFAULT_WORKERS);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64) {
    throw new CitedeskError('invalid-input', `The embedder takes 1 to 64 workers, not ${workers}.`);
  }
  // The first worker loads while the files are checked; it gives no vector before they are found intact.
  const pool = new WorkerPool({ start: startWorkersFor(modelDir), workers });
  const tokenizer = await checkedTokenizer(modelDir, model).catch(async (error) => {
    await pool.close();
    throw error;
  });
  const embed = embedWith(pool);
  return {
    model: {
      name: model.name,
      dimensions: model.dimensions,
      maxTokens: model.windowTokens - model.markTokens,
      fingerprint: fingerprintOf(model),
    },
    embed,
    countTokens: (text) => tokenizer.count(text),
    close: () => pool.close(),
  };
}

async function checkedTokenizer(modelDir: string, model: KnownModel): Promise<TextTokenizer> {
  await requireModelFiles(modelDir, model);
  return loadTextTokenizer(modelDir);
}

function embedWith(pool: WorkerPool): Embedder['embed'] {
  let nextId = 0;
  return async (texts, { kind, signal }: EmbedOptions) => {
    if (signal?.aborted) throw abortedError();
    const aborted = Promise.withResolvers<never>();
    const onAbort = () => aborted.reject(abortedError());
    signal?.addEventListener('abort', onAbort, { once: true });
    const { jobs, vectors } = jobsFor(texts, { firstId: nextId, urgent: kind === 'question' });
    nextId += texts.length;
    pool.add(jobs);
    try {
      return await Promise.race([vectors, aborted.promise]);
    } catch (error) {
      pool.drop(jobs);
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  };
}

function jobsFor(
  texts: readonly string[],
  { firstId, urgent }: { readonly firstId: number; readonly urgent: boolean },
): { readonly jobs: readonly EmbeddingJob[]; readonly vectors: Promise<readonly Float32Array[]> } {
  const promises = texts.map(() => Promise.withResolvers<Float32Array>());
  const jobs = promises.map(({ resolve, reject }, at) => {
    return { id: firstId + at, text: texts[at] ?? '', urgent, resolve, reject, deaths: 0 };
  });
  return { jobs, vectors: Promise.all(promises.map(({ promise }) => promise)) };
}

const abortedError = () => new CitedeskError('aborted', 'The embedding was cancelled.');
