import { readChatEvent } from '../stream/chat-events.ts';
import type { TurnEvent } from '../stream/reducer.ts';
import { readSse } from '../stream/sse-parser.ts';
import type { QuestionFilter } from '../stream/turn.ts';
import { readProblem, UNREACHABLE } from './problem.ts';
import type { Server } from './server.ts';

export interface AskOptions {
  /** Names the question within its conversation. */
  readonly id: string;
  readonly server: Server;
  readonly filter?: QuestionFilter;
  readonly signal: AbortSignal;
}

/**
 * Asks, and gives what happens until the turn can end. It never throws: whatever goes wrong is an
 * event of its own, and the last event always ends the turn.
 */
export async function* ask(question: string, options: AskOptions): AsyncGenerator<TurnEvent> {
  const { signal } = options;
  const response = await post(question, options);
  if (response === null) {
    yield signal.aborted ? { type: 'answer-stopped' } : { type: 'request-failed', failure: UNREACHABLE };
  } else if (!response.ok || response.body === null) {
    yield { type: 'request-failed', failure: await readProblem(response) };
  } else {
    yield* readAnswerStream(response.body);
    yield signal.aborted ? { type: 'answer-stopped' } : { type: 'connection-ended' };
  }
}

async function post(question: string, { id, server, filter, signal }: AskOptions): Promise<Response | null> {
  const message = { id, role: 'user', parts: [{ type: 'text', text: question }] };
  try {
    return await server.send(new URL('api/chat', server.base), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ messages: [message], ...filter }),
      signal,
    });
  } catch {
    return null;
  }
}

async function* readAnswerStream(body: ReadableStream<Uint8Array>): AsyncGenerator<TurnEvent> {
  try {
    for await (const data of readSse(body)) {
      const event = readChatEvent(data);
      if (event !== null) yield event;
    }
  } catch {
    // A lost connection, a stop, a stream beyond its cap: the caller ends the turn, what came stays.
  }
}
