import type { FeatureName } from './feature-names.ts';

// Written by evals/verifying/fit-verdict.ts, which says on what and prints how well; do not edit.

/** The probability that a source supports a claim: logistic in the features. */
export const VERDICT_WEIGHTS: {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
} = {
  bias: -0.612,
  weights: {
    supports: 0.106,
    contradicts: -0.184,
    supportsCopy: 0.556,
    contradictsCopy: 0.269,
    windowCoverage: 0.402,
    sentenceCoverage: 0.439,
    pairsTogether: 0.267,
    wordRuns: -0.016,
    likeness: 0.563,
    factsMissing: -0.999,
    namesMissing: 0.126,
    numbersMissing: -0.373,
    claimLength: 0.49,
    sourceLength: -0.208,
    claimLengthSquared: -0.24,
    sourceLengthSquared: 0.086,
    lengthsProduct: -0.071,
  },
};
