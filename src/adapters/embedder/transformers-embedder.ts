import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { CitedeskError } from '../../domain/errors.ts';
import type { Embedder, EmbedOptions } from '../../ports/embedder.ts';
import type { EmbeddingJob } from './embedding-job.ts';
import { ALL_MINILM_L6_V2 } from './known-model.ts';
import { fingerprintOf, requireModelFiles } from './model-files.ts';
import { createTokenCounter } from './token-counter.ts';
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
  await requireModelFiles(modelDir, model);
  const countTokens = await createTokenCounter(modelDir);
  const pool = new WorkerPool({ start: startWorkersFor(modelDir), workers });
  const embed = embedWith(pool);
  return {
    model: {
      name: model.name,
      dimensions: model.dimensions,
      maxTokens: model.windowTokens - model.markTokens,
      fingerprint: fingerprintOf(model),
    },
    embed,
    countTokens,
    close: () => pool.close(),
  };
}

function embedWith(pool: WorkerPool): Embedder['embed'] {
  let nextId = 0;
  return (texts, { kind, signal }: EmbedOptions) => {
    if (signal?.aborted) return Promise.reject(abortedError());
    return new Promise<readonly Float32Array[]>((resolve, reject) => {
      const jobs: EmbeddingJob[] = [];
      const done = texts.map(
        (text) =>
          new Promise<Float32Array>((resolveOne, rejectOne) => {
            const id = nextId++;
            jobs.push({
              id,
              text,
              urgent: kind === 'question',
              resolve: resolveOne,
              reject: rejectOne,
              deaths: 0,
            });
          }),
      );
      const stop = (error: unknown) => {
        pool.drop(jobs);
        reject(error);
      };
      const onAbort = () => stop(abortedError());
      signal?.addEventListener('abort', onAbort, { once: true });
      Promise.all(done)
        .then(resolve, stop)
        .finally(() => signal?.removeEventListener('abort', onAbort));
      pool.add(jobs);
    });
  };
}

const abortedError = () => new CitedeskError('aborted', 'The embedding was cancelled.');
