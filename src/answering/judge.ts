import type { Cite, Document } from '../domain/document.ts';
import type { Span } from '../domain/span.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';

/** An article, and the sentences of it that a text is held against. */
export interface SourceToJudge {
  readonly document: Document;
  /** Count in `document.text`. */
  readonly spans: readonly Span[];
}

/** What one source says of a text. */
export interface SourceJudgement {
  readonly verdict: Verdict;
  /** Support probability, 0 to 1; at least 0.5 exactly when the verdict is `supported`. */
  readonly score: number;
  /** `draft` spans count in the text. */
  readonly reasons: readonly Reason[];
  /** The spans that the verdict rests on, best first. */
  readonly evidence: readonly Cite[];
}

/** Holds a text against sources, each by itself: a judgement each, in their order. Rejects with `aborted`. */
export type Judge = (
  text: string,
  sources: readonly SourceToJudge[],
  options: { readonly signal?: AbortSignal },
) => Promise<readonly SourceJudgement[]>;
