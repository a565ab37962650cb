/** From the pool to a worker. An urgent text runs before every waiting text that is not. */
export type WorkerRequest =
  | { readonly type: 'embed'; readonly id: number; readonly text: string; readonly urgent: boolean }
  | { readonly type: 'drop'; readonly ids: readonly number[] };

/** From a worker to the pool. `loaded` or `load-failed` comes first, once. */
export type WorkerReply =
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly message: string }
  | { readonly type: 'embedded'; readonly id: number; readonly vector: Float32Array }
  | { readonly type: 'text-failed'; readonly id: number; readonly message: string };
