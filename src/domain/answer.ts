import type { Cite, Ref } from './document.ts';
import type { RankedPassage } from './passage.ts';
import type { Span } from './span.ts';
import type { Reason, Verdict } from './verdict.ts';

/** One checkable sentence of an answer; its span counts in `Answer.text`. */
export interface AnswerClaim extends Span {
  readonly text: string;
  readonly verdict: Verdict;
  readonly citations: readonly Cite[];
  /** Other documents that say the same. */
  readonly alsoReportedBy: readonly Ref[];
  /** Why the verdict is no better; `draft` spans count in `Answer.text`. Absent where nothing is to be said. */
  readonly reasons?: readonly Reason[];
  /** True for a sentence that is not borne out and stands there only to say so: shown struck through. */
  readonly isStruck?: boolean;
}

/** What a disagreement is on, for programs that say it in other words. */
export const CONFLICT_TOPICS = ['date', 'figure'] as const;
export type ConflictTopic = (typeof CONFLICT_TOPICS)[number];

/** Sources that give different values for one thing. */
export interface Conflict {
  readonly about: string;
  readonly sides: readonly Cite[];
  /** What each side says, in its own words and the sides' order, such as `54 people`. */
  readonly values?: readonly string[];
  /** Absent where it is on what was asked. */
  readonly topic?: ConflictTopic;
}

/** What became of what a language model wrote. */
export interface WritingReport {
  /** Provider and model, such as `ollama/qwen3`; absent where readers of other sites are told. */
  readonly model?: string;
  /** Citations of passages that there are not. */
  readonly droppedCitations: number;
  /** Sentences that were borne out only after the model had written them anew. */
  readonly repaired: number;
  /** Sentences that are shown struck through. */
  readonly struck: number;
  /** Sentences that are not shown: they had nothing to do with the question and its sources, or the policy says so. */
  readonly leftOut: number;
}

/**
 * What a notice comes to, for programs that say it in other words: the answer is in the sources' own
 * sentences, its second part is, or its end is missing.
 */
export const NOTICE_CODES = ['own-sentences', 'own-sentences-follow', 'end-missing'] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Answer {
  readonly status: 'answered' | 'abstained';
  readonly question: string;
  /** The claims' texts joined, struck ones between `~~`; a plain sentence that says so when abstained. */
  readonly text: string;
  readonly claims: readonly AnswerClaim[];
  readonly conflicts: readonly Conflict[];
  /** The nearest passages' best sentences; shown where the archive does not hold the answer. */
  readonly nearest: readonly Cite[];
  /** What the reader should know of how the answer came about, as a plain sentence. */
  readonly notice?: string;
  /** Absent where there is no notice. */
  readonly noticeCode?: NoticeCode;
  /** Absent where no language model was asked. */
  readonly writing?: WritingReport;
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
