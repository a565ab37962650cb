import type { FeatureName } from './feature-names.ts';

// Written by evals/verifying/fit-verdict.ts, which says on what and prints how well; do not edit.

/** The probability that a source supports a claim: logistic in the features. */
export const VERDICT_WEIGHTS: {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
} = {
  bias: -0.463,
  weights: {
    supports: 0.119,
    contradicts: -0.164,
    supportsCopy: 0.43,
    contradictsCopy: 0.2,
    windowCoverage: 0.599,
    sentenceCoverage: 0.263,
    pairsTogether: 0.398,
    wordRuns: 0.266,
    likeness: 0.302,
    factsMissing: -1.073,
    namesMissing: 0.119,
    numbersMissing: -0.407,
    claimLength: 0.455,
    sourceLength: -0.165,
    claimLengthSquared: -0.019,
    sourceLengthSquared: 0.055,
    lengthsProduct: -0.091,
  },
};
