import type { Cite, Ref } from './document.ts';
import type { Span } from './span.ts';
import type { Reason, Verdict } from './verdict.ts';

/** A sentence or quotation of a draft; its span counts in `CheckReport.text`. */
export interface CheckedClaim extends Span {
  readonly text: string;
  readonly kind: 'statement' | 'quote';
  readonly verdict: Verdict;
  /** Support probability, 0 to 1; at least 0.5 exactly when the verdict is `supported`. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Best first. */
  readonly evidence: readonly Cite[];
  /** Stories, not files: retellings count once. */
  readonly independentSources: number;
}

export interface CheckReport {
  readonly text: string;
  readonly summary: Readonly<Record<Verdict, number>>;
  readonly claims: readonly CheckedClaim[];
  /**
   * Articles that are the draft itself: its earlier versions, its published copy, reprints. They are no
   * evidence for it and count nowhere.
   */
  readonly ownCopies: readonly Ref[];
}

/** `check-started` once (its text is what all claims count in), `claim-checked` in draft order, `check-finished` once. */
export type CheckEvent =
  | { readonly type: 'check-started'; readonly text: string; readonly claimCount: number }
  | { readonly type: 'claim-checked'; readonly index: number; readonly claim: CheckedClaim }
  | { readonly type: 'check-finished'; readonly report: CheckReport };
