import type { Gate } from './gate.ts';

export interface StartedStreamParts<T> {
  readonly gate: Gate;
  /** The request's own. */
  readonly signal: AbortSignal;
  /** The work; its signal fires when the reader leaves too. */
  readonly start: (signal: AbortSignal) => AsyncIterable<T>;
  /** The body of the response; it calls `onEnd` when all is sent or the reader has gone. */
  readonly body: (events: AsyncGenerator<T>, onEnd: () => void) => ReadableStream<Uint8Array>;
}

/**
 * Streams what becomes of some work's events, inside a gate. Rejects with what the work throws before its
 * first event, so that a missing index is an error with its status; a reader who leaves ends the work.
 */
export async function startedStream<T>(parts: StartedStreamParts<T>): Promise<ReadableStream<Uint8Array>> {
  const leave = parts.gate.enter();
  const stop = new AbortController();
  const events = parts.start(AbortSignal.any([parts.signal, stop.signal]))[Symbol.asyncIterator]();
  const onEnd = () => {
    stop.abort();
    leave();
    // Also ends a source of which nothing was read yet; its own failure has no reader any more.
    events.return?.().catch(() => {});
  };
  try {
    return parts.body(resumed(await events.next(), events), onEnd);
  } catch (error) {
    onEnd();
    throw error;
  }
}

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}
