import type { Span } from '../../../src/domain/span.ts';
import { spansOverlap } from '../text/spans.ts';
import type { CheckState, Finding } from './check-state.ts';
import { type Edit, editsFor } from './edits.ts';

/** What an editor says of a finding. */
export type Decision =
  /** The finding is right and seen. */
  | { readonly kind: 'accepted' }
  /** The finding does not hold, or does not matter; why, in the editor's words (may be empty). */
  | { readonly kind: 'dismissed'; readonly note: string }
  /** The source's wording stands in the draft now. */
  | { readonly kind: 'taken-over'; readonly edits: readonly Edit[] };

/** By the index of the finding. */
export type Decisions = ReadonlyMap<number, Decision>;

/** The decisions with one more, or with one taken back (null). */
export function withDecision(decisions: Decisions, index: number, decision: Decision | null): Decisions {
  const next = new Map(decisions);
  if (decision === null) next.delete(index);
  else next.set(index, decision);
  return next;
}

/** All edits that the editor has taken over; none overlaps another. */
export function editsOf(decisions: Decisions): readonly Edit[] {
  return [...decisions.values()].flatMap((decision) =>
    decision.kind === 'taken-over' ? decision.edits : [],
  );
}

/** The edits that taking over a finding would make; empty where it has none, or its words are changed already. */
export function openEdits({ claim }: Finding, decisions: Decisions): readonly Edit[] {
  const edits = editsFor(claim);
  const made = editsOf(decisions);
  return edits.some((edit) => made.some((other) => spansOverlap(edit, other))) ? [] : edits;
}

/** True while an editor should still look at it: not borne out, or borne out where sources disagree. */
export function isToLookAt({ index, claim }: Finding, decisions: Decisions): boolean {
  if (decisions.has(index) || claim.verdict === 'not-checked') return false;
  return claim.verdict !== 'supported' || claim.reasons.length > 0;
}

/** A decision that may outlive its check, by the claim's own words. */
export interface KeptDecision {
  readonly text: string;
  readonly verdict: string;
  readonly decision: Exclude<Decision, { kind: 'taken-over' }>;
}

/** Decisions to carry to the next check of the draft: what was taken over is in its text by then. */
export function keepDecisions({ findings }: CheckState, decisions: Decisions): readonly KeptDecision[] {
  return findings.flatMap(({ index, claim: { text, verdict } }) => {
    const decision = decisions.get(index);
    return decision === undefined || decision.kind === 'taken-over' ? [] : [{ text, verdict, decision }];
  });
}

/** The kept decisions that belong to these findings: same words, and still the same verdict. */
export function decisionsAgain(
  findings: readonly Finding[],
  kept: readonly KeptDecision[],
): readonly (readonly [number, Decision])[] {
  const byClaim = new Map(kept.map((one) => [`${one.verdict} ${one.text}`, one.decision]));
  return findings.flatMap(({ index, claim }) => {
    const decision = byClaim.get(`${claim.verdict} ${claim.text}`);
    return decision === undefined ? [] : [[index, decision] as const];
  });
}

/** The smallest span that holds a claim and its edits, which may stand beside it (the name of a speaker). */
export function hullOf(span: Span, edits: readonly Edit[]): Span {
  return {
    start: Math.min(span.start, ...edits.map(({ start }) => start)),
    end: Math.max(span.end, ...edits.map(({ end }) => end)),
  };
}
