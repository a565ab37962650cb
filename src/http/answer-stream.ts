import type { AnswerEvent } from '../domain/answer.ts';
import type { AskRequest } from '../use-cases/desk.ts';
import type { PublicParts } from './context.ts';
import { eventStream } from './event-stream.ts';
import { startedStream } from './started-stream.ts';

export interface AnswerStreamParts extends Pick<PublicParts, 'desk' | 'questions' | 'heartbeatMs'> {
  /** What is sent for the events, in order. */
  readonly partsOf: (events: AsyncIterable<AnswerEvent>) => AsyncIterator<object>;
  /** What is sent last when the desk fails after the start. */
  readonly errorPart: (error: unknown) => object;
}

/**
 * Asks the desk and streams what becomes of its events, inside the gate for questions. Rejects with
 * what the desk throws before its first event; a reader who leaves ends the work.
 */
export function answerStream(
  request: AskRequest & { readonly signal: AbortSignal },
  { desk, questions, heartbeatMs, partsOf, errorPart }: AnswerStreamParts,
): Promise<ReadableStream<Uint8Array>> {
  return startedStream({
    gate: questions,
    signal: request.signal,
    start: (signal) => desk.ask({ ...request, signal }),
    body: (events, onEnd) => eventStream(partsOf(events), { heartbeatMs, errorPart, onEnd }),
  });
}
