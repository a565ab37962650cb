import type { AnswerEvent } from '../domain/answer.ts';
import type { AskRequest } from '../use-cases/desk.ts';
import type { RouteParts } from './context.ts';
import { eventStream } from './event-stream.ts';

/** What a stream of server-sent events says of itself. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies such as nginx would gather the stream otherwise.
  'x-accel-buffering': 'no',
};

export interface AnswerStreamParts extends Pick<RouteParts, 'desk' | 'questions' | 'heartbeatMs'> {
  /** What is sent for the events, in order. */
  readonly partsOf: (events: AsyncIterable<AnswerEvent>) => AsyncIterator<object>;
  /** What is sent last when the desk fails after the start. */
  readonly errorPart: (error: unknown) => object;
}

/**
 * Asks the desk and streams what becomes of its events, inside the gate for questions. Rejects with
 * what the desk throws before its first event; a reader who leaves ends the work.
 */
export async function answerStream(
  request: AskRequest & { readonly signal: AbortSignal },
  { desk, questions, heartbeatMs, partsOf, errorPart }: AnswerStreamParts,
): Promise<ReadableStream<Uint8Array>> {
  const leave = questions.enter();
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const events = desk.ask({ ...request, signal })[Symbol.asyncIterator]();
  const onEnd = () => {
    stop.abort();
    leave();
    // Also ends a source of which nothing was read yet; its own failure has no reader any more.
    events.return?.().catch(() => {});
  };
  try {
    // Awaited before the response begins, so that a missing index is an error with its status.
    const first = await events.next();
    return eventStream(partsOf(resumed(first, events)), { heartbeatMs, errorPart, onEnd });
  } catch (error) {
    onEnd();
    throw error;
  }
}

async function* resumed(
  first: IteratorResult<AnswerEvent>,
  rest: AsyncIterator<AnswerEvent>,
): AsyncGenerator<AnswerEvent> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}
