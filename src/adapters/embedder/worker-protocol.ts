/** From the pool to a worker. An urgent text runs before every waiting text that is not. */
export type WorkerRequest =
  | { readonly type: 'embed'; readonly id: number; readonly text: string; readonly urgent: boolean }
  /** Skips those of these texts that have not begun. */
  | { readonly type: 'drop'; readonly ids: readonly number[] };

/** About one text. */
export type TextReply =
  | { readonly type: 'embedded'; readonly id: number; readonly vector: Float32Array }
  | { readonly type: 'text-failed'; readonly id: number; readonly message: string };

/** From a worker to the pool. `loaded` or `load-failed` comes first, once. */
export type WorkerReply =
  | TextReply
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly message: string };

export interface WorkerEvents {
  onLoaded(): void;
  onReply(reply: TextReply): void;
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
