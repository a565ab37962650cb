import type { ModelTask } from '../../../../src/adapters/model-pool/model-task.ts';
import type {
  StartWorker,
  WorkerEvents,
  WorkerRequest,
} from '../../../../src/adapters/model-pool/worker-protocol.ts';

export const TASK: ModelTask = {
  errorCode: 'embedder-failed',
  module: 'file:///none.ts',
  modelDir: '/none',
};

/** A worker that does nothing by itself: the test says when it loads, answers or dies. */
export interface FakeWorker {
  readonly requests: WorkerRequest[];
  readonly events: WorkerEvents;
  busy: boolean;
  killed: boolean;
}

/** Starts fake workers and keeps them in order of their start. */
export function createFakeWorkers(): { readonly start: StartWorker; readonly workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const start: StartWorker = (events) => {
    const worker: FakeWorker = { requests: [], events, busy: false, killed: false };
    workers.push(worker);
    return {
      request: (message) => worker.requests.push(message),
      setBusy: (busy) => {
        worker.busy = busy;
      },
      kill: async () => {
        worker.killed = true;
        events.onGone('signal SIGKILL');
      },
    };
  };
  return { start, workers };
}

/** The texts that a worker was asked for, in order. */
export function textsOf(worker: FakeWorker | undefined): unknown[] {
  return (worker?.requests ?? []).flatMap((request) => (request.type === 'run' ? [request.input] : []));
}

/** Answers the request for one text. */
export function answer(worker: FakeWorker | undefined, text: string): void {
  for (const request of worker?.requests ?? []) {
    if (request.type !== 'run' || request.input !== text) continue;
    worker?.events.onReply({ type: 'done', id: request.id, output: 1 });
    return;
  }
  throw new Error(`the worker was never asked for ${text}`);
}
