import type { AnswerFeatureName, FeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 2.918,
    fused: 2.17,
    rank: 1.89,
    coverSentence: 1.293,
    coverTitled: 1.14,
    worstMiss: -0.256,
    valueFit: 2.549,
    whoMissing: -0.208,
    dateMissing: -1.347,
    countMissing: -0.576,
    countsIt: 1.237,
    fresh: 1.868,
    isQuestion: -4.602,
    isShort: -2.113,
    length: 0.281,
    opensWithPronoun: 0.599,
    softSentence: 1.189,
    softMiss: -1.643,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -8.419,
  weights: {
    similarity: 1.578,
    fused: 2.06,
    rank: 0.972,
    detailSentence: 0.174,
    detailTitled: 0.288,
    detailMiss: -1.843,
    valued: -0.496,
    valueFit: 0.234,
    whoMissing: -1.403,
    dateMissing: -0.88,
    countMissing: -1.865,
    amountMissing: -1.343,
    countsIt: 1.119,
    fresh: 0.437,
    length: 1.011,
    opensWithPronoun: 0.533,
    softSentence: 0.79,
    softNear: 0.237,
    softTitled: 1.984,
    softBefore: 1.219,
    bestSimilarity: 1.68,
    bestSoft: 1.614,
  },
};
