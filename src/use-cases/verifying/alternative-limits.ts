import type { ReasonCode } from '../../domain/verdict.ts';

/** What a claim put again with its source's value must show; `ALTERNATIVE_LIMITS` is what the product uses. */
export interface AlternativeLimits {
  /** Sentences whose values are tried for each part of a claim: the nearest ones. */
  readonly sentences: number;
  /** Whether the sentence after each of them is tried too: what it says of may stand only in the one before. */
  readonly isNextTried: boolean;
  /** What the model reads: the sentence that has the other value alone, with the one before it, or once so and once so. */
  readonly reads: 'sentence' | 'with-before' | 'either';
  /**
   * By how much, in log-odds, a sentence must bear out a claim better with its own value in place of the
   * claim's for the two to contradict each other…
   */
  readonly leastGain: number;
  /** …and how well at least, 0 to 1. */
  readonly leastSupport: number;
  /** Where other words, no value of a kind, are put in: what the model must say against the claim as it is, 0 to 1. */
  readonly leastContradicts: number;
  /** Reasons for which the model's own "contradicts", which no alternative confirms, stands. */
  readonly believed: ReadonlySet<ReasonCode>;
  /** Share of the claim's other words that the nearest sentence must hold for it to stand, 0 to 1. */
  readonly sameMatter: number;
}

/**
 * Measured by `node evals/tune-alternatives.ts DATA`, which prints what each costs and finds. What it chooses
 * on one half of the subjects does no better on the other than these, so they stay.
 */
export const ALTERNATIVE_LIMITS: AlternativeLimits = {
  sentences: 2,
  isNextTried: true,
  reads: 'with-before',
  leastGain: 3,
  leastSupport: 0.5,
  leastContradicts: 0.5,
  // A negation can't be tried where it is put in, a name may have no rival of its kind.
  believed: new Set(['name-mismatch', 'date-mismatch', 'negation-mismatch']),
  sameMatter: 0.4,
};
