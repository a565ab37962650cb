import type { ModelTask } from './model-task.ts';

/** From the pool to a worker, some in one message. An urgent job runs before every waiting job that is not. */
export type WorkerRequest =
  | {
      readonly type: 'run';
      readonly id: number;
      readonly task: ModelTask;
      readonly input: unknown;
      readonly urgent: boolean;
    }
  /** Skips those of these jobs that have not begun. */
  | { readonly type: 'drop'; readonly ids: readonly number[] };

/** About one job. */
export type JobReply =
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** From a worker to the pool, some in one message. `loaded` or `load-failed` comes first, once. */
export type WorkerReply =
  | JobReply
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly message: string };

export interface WorkerEvents {
  onLoaded(): void;
  onReply(reply: JobReply): void;
  /** The worker is gone, whatever it held; `reason` says why. The last event. */
  onGone(reason: string): void;
}

/** A running worker as the pool sees it. */
export interface Worker {
  /** Never throws: a worker that is going down tells so by `onGone`. */
  request(message: WorkerRequest): void;
  /** Whether this worker holds up the end of the program; not until told so. */
  setBusy(busy: boolean): void;
  /** Ends it at once, as it holds nothing worth saving; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a worker; its events come later, never from within this call. */
export type StartWorker = (events: WorkerEvents) => Worker;
