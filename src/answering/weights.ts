import type { AnswerFeatureName, FeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 5.465,
    fused: 2.551,
    coverSentence: 1.434,
    coverTitled: 1.87,
    worstMiss: -0.155,
    valueFit: 3.068,
    dateMissing: -0.653,
    countMissing: -1.046,
    fresh: 1.339,
    isQuestion: -3.72,
    isShort: -3.668,
    length: 0.528,
    opensWithPronoun: 0.614,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.576,
  weights: {
    similarity: 1.398,
    fused: 2.854,
    rank: 0.928,
    coverTitled: 1.54,
    detailSentence: 0.148,
    detailTitled: 0.354,
    detailMiss: -1.5,
    valued: -0.716,
    valueFit: 0.395,
    whoMissing: -1.341,
    dateMissing: -0.712,
    countMissing: -2.024,
    amountMissing: -1.226,
    countsIt: 0.873,
    fresh: 0.555,
    length: 0.846,
    opensWithPronoun: 0.348,
    bestSimilarity: 3.257,
  },
};
