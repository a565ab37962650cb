import { availableParallelism } from 'node:os';
import { CitedeskError } from '../../domain/errors.ts';
import type { ModelTask } from './model-task.ts';
import type { PoolJob } from './pool-job.ts';
import { WorkerPool } from './worker-pool.ts';
import { startWorkersFor } from './worker-process.ts';

// A worker takes about 200 MB; more than this many are asked for, not assumed.
const MAX_DEFAULT_WORKERS = 8;

export interface ModelPoolOptions {
  /** What every process loads at its start; other models load when they are first asked for. */
  readonly preload: ModelTask;
  /** Processes at most, 1 to 64; one for each core, up to eight, unless told. */
  readonly workers?: number | undefined;
}

export interface RunOptions {
  /** Goes before every waiting input that is not urgent. */
  readonly urgent: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Child processes, one thread each, that several models share. */
export interface ModelPool {
  /**
   * One output an input, in the order given. Rejects with `aborted` when the signal fires or the pool
   * is closed, else with the task's error code.
   */
  run<Input, Output>(
    task: ModelTask<Input, Output>,
    inputs: readonly Input[],
    options: RunOptions,
  ): Promise<readonly Output[]>;
  /** Ends all processes. */
  close(): Promise<void>;
}

/** Starts the first process at once, so that its model loads while the caller does something else. */
export function createModelPool({ preload, workers }: ModelPoolOptions): ModelPool {
  const limit = workers ?? Math.min(availableParallelism(), MAX_DEFAULT_WORKERS);
  if (!Number.isInteger(limit) || limit < 1 || limit > 64) {
    throw new CitedeskError('invalid-input', `A model runs in 1 to 64 workers, not ${limit}.`);
  }
  const pool = new WorkerPool({ start: startWorkersFor(preload), workers: limit });
  let nextId = 0;
  return {
    async run<Input, Output>(
      task: ModelTask<Input, Output>,
      inputs: readonly Input[],
      { urgent, signal }: RunOptions,
    ) {
      const firstId = nextId;
      nextId += inputs.length;
      const { jobs, outputs } = jobsFor(inputs, (at) => ({ id: firstId + at, task, urgent }));
      // The task's module is a LoadTask<Input, Output>, so its outputs have this type.
      return (await settle(pool, { jobs, outputs, signal })) as readonly Output[];
    },
    close: () => pool.close(),
  };
}

interface Batch {
  readonly jobs: readonly PoolJob[];
  readonly outputs: Promise<readonly unknown[]>;
}

function jobsFor(
  inputs: readonly unknown[],
  fieldsOf: (at: number) => Pick<PoolJob, 'id' | 'task' | 'urgent'>,
): Batch {
  const promises = inputs.map(() => Promise.withResolvers<unknown>());
  const jobs = promises.map(({ resolve, reject }, at) => {
    return { ...fieldsOf(at), input: inputs[at], resolve, reject, deaths: 0 };
  });
  return { jobs, outputs: Promise.all(promises.map(({ promise }) => promise)) };
}

async function settle(
  pool: WorkerPool,
  { jobs, outputs, signal }: Batch & { readonly signal?: AbortSignal | undefined },
): Promise<readonly unknown[]> {
  if (signal?.aborted) throw abortedError();
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(abortedError());
  signal?.addEventListener('abort', onAbort, { once: true });
  pool.add(jobs);
  try {
    return await Promise.race([outputs, aborted.promise]);
  } catch (error) {
    pool.drop(jobs);
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

const abortedError = () => new CitedeskError('aborted', 'The work of the model was cancelled.');
