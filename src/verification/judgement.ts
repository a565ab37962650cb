import type { Cite } from '../domain/document.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';

/** What is said of a claim, and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Support probability, 0 to 1; at least 0.5 exactly when the verdict is `supported`. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Best first. */
  readonly evidence: readonly Cite[];
}

export function judgement(
  verdict: Verdict,
  score: number,
  reasons: readonly Reason[],
  evidence: readonly Cite[],
): Judgement {
  return { verdict, score, reasons, evidence };
}
