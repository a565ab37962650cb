import type { Answer, AnswerClaim } from '../../../src/domain/answer.ts';
import type { Cite } from '../../../src/domain/document.ts';
import type { ChatEvent } from './chat-events.ts';
import { type Failure, isOpen, type NumberedCite, type Turn, type TurnClaim } from './turn.ts';

/** What the stream says, and what happens to the request around it. */
export type TurnEvent =
  | ChatEvent
  | { readonly type: 'request-failed'; readonly failure: Failure }
  /** The body ended, whether or not the answer did. */
  | { readonly type: 'connection-ended' }
  | { readonly type: 'answer-stopped' };

/**
 * The turn after an event. Pure, and total: events in any order and number give a turn that can be
 * shown. A turn that has ended stays as it is, so that late events change nothing.
 */
export function reduceTurn(turn: Turn, event: TurnEvent): Turn {
  if (!isOpen(turn)) return turn;
  switch (event.type) {
    case 'source-found':
      return withSource(turn, event.documentId, event.title);
    case 'text-added':
      return { ...turn, phase: 'writing', text: turn.text + event.text };
    case 'citation-found':
      return withCitation(turn, event.claimIndex, event);
    case 'claim-judged':
      return { ...turn, claims: withClaim(turn.claims, { ...event.claim, index: event.claimIndex }) };
    case 'answer-finished':
      return finishedTurn(turn, event.answer);
    case 'answer-failed':
      return failedTurn(turn, { kind: 'broken', title: '', detail: event.message });
    case 'request-failed':
      return failedTurn(turn, event.failure);
    case 'stream-finished':
    case 'connection-ended':
      // An answer ends with its `answer-finished`: without it, what came may lack its last sentences.
      return failedTurn(turn, { kind: 'interrupted', title: '', detail: '' });
    case 'answer-stopped':
      return { ...turn, phase: 'stopped' };
    default:
      return event satisfies never;
  }
}

function withSource(turn: Turn, documentId: string, title: string): Turn {
  const phase = turn.phase === 'searching' ? 'reading' : turn.phase;
  return { ...turn, phase, sources: new Map(turn.sources).set(documentId, title) };
}

function withCitation(turn: Turn, claimIndex: number, { number, cite }: NumberedCite): Turn {
  const known = turn.citations.get(claimIndex) ?? [];
  if (known.some((citation) => citation.number === number)) return turn;
  return { ...turn, citations: new Map(turn.citations).set(claimIndex, [...known, { number, cite }]) };
}

/** Parts with the same id replace each other: so does a claim that is judged again. */
function withClaim(claims: readonly TurnClaim[], claim: TurnClaim): readonly TurnClaim[] {
  return [...claims.filter(({ index }) => index !== claim.index), claim].sort((a, b) => a.index - b.index);
}

function failedTurn(turn: Turn, failure: Failure): Turn {
  return { ...turn, phase: 'failed', failure };
}

/** The whole answer replaces what streamed, so that a part lost or unread on the way costs nothing. */
function finishedTurn(turn: Turn, answer: Answer): Turn {
  return {
    ...turn,
    phase: answer.status,
    text: answer.text,
    claims: answer.claims.map(({ citations: _, ...claim }, index) => ({ ...claim, index })),
    citations: numberCitations(answer.claims),
    conflicts: answer.conflicts,
    nearest: answer.nearest,
    notice: answer.notice ?? '',
    endsEarly: answer.noticeCode === 'end-missing',
  };
}

/** Numbers in reading order from 1; the same place in the same document keeps its number. */
function numberCitations(claims: readonly AnswerClaim[]): ReadonlyMap<number, readonly NumberedCite[]> {
  const numbers = new Map<string, number>();
  const numberOf = (cite: Cite) => {
    const place = `${cite.documentId} ${cite.start} ${cite.end}`;
    const number = numbers.get(place) ?? numbers.size + 1;
    numbers.set(place, number);
    return number;
  };
  return new Map(
    claims.map((claim, index) => [index, claim.citations.map((cite) => ({ number: numberOf(cite), cite }))]),
  );
}
