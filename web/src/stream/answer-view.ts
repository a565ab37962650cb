import type { Cite } from '../../../src/domain/document.ts';
import type { NumberedCite, Turn, TurnClaim } from './turn.ts';

/** A stretch of the answer as it is shown, in reading order. */
export type Segment =
  | { readonly kind: 'claim'; readonly claim: TurnClaim; readonly citations: readonly NumberedCite[] }
  /** Text between claims, or text that no verdict covers (yet). */
  | { readonly kind: 'text'; readonly text: string };

/** The answer's text cut at its claims; joined again it is the text, save where claims overlap, without the marks of struck ones. */
export function segmentsOf(turn: Turn): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const claim of turn.claims) {
    if (claim.start < at) continue;
    const before = unmarked(turn.text.slice(at, claim.start));
    if (before !== '') segments.push({ kind: 'text', text: before });
    segments.push({ kind: 'claim', claim, citations: turn.citations.get(claim.index) ?? [] });
    at = claim.end;
  }
  const rest = unmarked(turn.text.slice(at));
  if (rest !== '') segments.push({ kind: 'text', text: rest });
  return segments;
}

// Plain text strikes a sentence through with these; a page has better means.
const unmarked = (between: string) => between.replaceAll('~~', '');

/** Every cite of the turn once, by its number. */
export function numberedCites(turn: Turn): readonly NumberedCite[] {
  const byNumber = new Map<number, Cite>();
  for (const { index } of turn.claims) {
    for (const { number, cite } of turn.citations.get(index) ?? []) byNumber.set(number, cite);
  }
  return [...byNumber].map(([number, cite]) => ({ number, cite })).sort((a, b) => a.number - b.number);
}

/** The sentences that `after` has judged and `before` had not: what a screen reader should hear next. */
export function newClaims(before: Turn | null, after: Turn): readonly TurnClaim[] {
  // By place too: an answer may say one sentence twice.
  const key = ({ index, text }: TurnClaim) => `${index} ${text}`;
  const known = new Set(before?.claims.map(key));
  return after.claims.filter((claim) => !known.has(key(claim)));
}
