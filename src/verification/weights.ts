import type { FeatureName } from './feature-names.ts';

// Written by evals/verifying/fit-verdict.ts, which says on what and prints how well; do not edit.

/** The probability that a source supports a claim: logistic in the features. */
export const VERDICT_WEIGHTS: {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
} = {
  bias: -0.425,
  weights: {
    supports: 0.121,
    contradicts: -0.165,
    supportsCopy: 0.426,
    contradictsCopy: 0.199,
    windowCoverage: 0.586,
    sentenceCoverage: 0.254,
    pairsTogether: 0.387,
    wordRuns: 0.287,
    likeness: 0.289,
    factsMissing: -1.064,
    namesMissing: 0.116,
    numbersMissing: -0.403,
    claimLength: 0.431,
    sourceLength: -0.159,
    claimLengthSquared: -0.02,
    sourceLengthSquared: 0.045,
    lengthsProduct: -0.079,
  },
};
