import type {
  StartWorker,
  WorkerEvents,
  WorkerRequest,
} from '../../../../src/adapters/embedder/worker-protocol.ts';

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
export function textsOf(worker: FakeWorker | undefined): string[] {
  return (worker?.requests ?? []).flatMap((request) => (request.type === 'embed' ? [request.text] : []));
}

/** Answers the request for one text. */
export function answer(worker: FakeWorker | undefined, text: string): void {
  for (const request of worker?.requests ?? []) {
    if (request.type !== 'embed' || request.text !== text) continue;
    worker?.events.onReply({ type: 'embedded', id: request.id, vector: Float32Array.of(1) });
    return;
  }
  throw new Error(`the worker was never asked for ${text}`);
}
