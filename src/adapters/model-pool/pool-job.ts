import type { ModelTask } from './model-task.ts';

/** One input on its way to its output. */
export interface PoolJob {
  readonly id: number;
  readonly task: ModelTask;
  readonly input: unknown;
  /** Someone waits for it: it goes before every waiting job that is not urgent. */
  readonly urgent: boolean;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  /** Workers that ended while they held this job. */
  deaths: number;
}
