import type { Cite } from '../../../src/domain/document.ts';
import { numberedCites } from '../stream/answer-view.ts';
import type { Turn } from '../stream/turn.ts';
import type { Server } from './server.ts';

/** What a reader says of an answer. */
export interface Opinion {
  readonly helpful: boolean;
  /** At most 500 characters; empty for none. */
  readonly reason: string;
}

/** `not-taken`: this server has no place for it, now or later. */
export type FeedbackOutcome = 'sent' | 'not-taken' | 'failed';

const MAX_REASON_CHARS = 500;

/** Tells the server by `POST api/feedback` how an answer was. Never throws. */
export async function sendFeedback(turn: Turn, opinion: Opinion, server: Server): Promise<FeedbackOutcome> {
  const reason = opinion.reason.trim().slice(0, MAX_REASON_CHARS).toWellFormed();
  const body = {
    ...{ question: turn.question, answerText: turn.text, helpful: opinion.helpful },
    ...(reason !== '' && { reason }),
    cites: numberedCites(turn).map(({ cite }) => placeOf(cite)),
  };
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await server.send(new URL('api/feedback', server.base), request).catch(() => null);
  if (response === null) return 'failed';
  // Of no use, but unread it would keep its connection.
  void response.body?.cancel();
  if (response.ok) return 'sent';
  return response.status === 404 || response.status === 405 ? 'not-taken' : 'failed';
}

const placeOf = ({ documentId, start, end }: Cite) => ({ documentId, start, end });
