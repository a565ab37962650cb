import type { Cite, Ref } from './document.ts';
import type { RankedPassage } from './passage.ts';
import type { Span } from './span.ts';
import type { Verdict } from './verdict.ts';

/** One checkable sentence of an answer; its span counts in `Answer.text`. */
export interface AnswerClaim extends Span {
  readonly text: string;
  readonly verdict: Verdict;
  readonly citations: readonly Cite[];
  /** Other documents that say the same. */
  readonly alsoReportedBy: readonly Ref[];
}

/** Sources that give different values for one thing. */
export interface Conflict {
  readonly about: string;
  readonly sides: readonly Cite[];
}

export interface Answer {
  readonly status: 'answered' | 'abstained';
  readonly question: string;
  /** The claims' texts joined; a plain sentence that says so when abstained. */
  readonly text: string;
  readonly claims: readonly AnswerClaim[];
  readonly conflicts: readonly Conflict[];
  /** The nearest passages' best sentences; shown where the archive does not hold the answer. */
  readonly nearest: readonly Cite[];
}

/** What an answerer gets to work from: ranked passages, best first, near-duplicates folded. */
export interface Evidence {
  readonly question: string;
  readonly passages: readonly RankedPassage[];
}

/**
 * The one stream of an answer, in this order: `evidence-found` once, then per claim `text-added`
 * (its text with the space before it) and `claim-judged`, then `answer-finished` once.
 */
export type AnswerEvent =
  | { readonly type: 'evidence-found'; readonly evidence: Evidence }
  | { readonly type: 'text-added'; readonly text: string }
  | { readonly type: 'claim-judged'; readonly index: number; readonly claim: AnswerClaim }
  | { readonly type: 'answer-finished'; readonly answer: Answer };
