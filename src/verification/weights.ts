import type { FeatureName } from './feature-names.ts';

// Written by evals/verifying/fit-verdict.ts, which says on what and prints how well; do not edit.

/** The probability that a source supports a claim: logistic in the features. */
export const VERDICT_WEIGHTS: {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
} = {
  bias: -0.438,
  weights: {
    supports: 0.072,
    contradicts: -0.095,
    supportsCopy: 0.512,
    windowCoverage: 0.401,
    sentenceCoverage: 0.438,
    pairsTogether: 0.267,
    wordRuns: -0.016,
    likeness: 0.561,
    factsMissing: -0.997,
    namesMissing: 0.126,
    numbersMissing: -0.372,
    claimLength: 0.44,
    sourceLength: -0.127,
    claimLengthSquared: -0.098,
    sourceLengthSquared: 0.048,
    lengthsProduct: -0.094,
  },
};
