import type { AnswerFeatureName, FeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 5.452,
    fused: 2.555,
    coverSentence: 1.436,
    coverTitled: 1.876,
    worstMiss: -0.165,
    valueFit: 3.05,
    dateMissing: -0.656,
    countMissing: -1.044,
    fresh: 1.328,
    isQuestion: -3.72,
    isShort: -3.681,
    length: 0.532,
    opensWithPronoun: 0.619,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.535,
  weights: {
    similarity: 1.37,
    fused: 2.841,
    rank: 1.013,
    coverTitled: 1.546,
    detailSentence: 0.152,
    detailTitled: 0.342,
    detailMiss: -1.503,
    valued: -0.699,
    valueFit: 0.376,
    whoMissing: -1.362,
    dateMissing: -0.728,
    countMissing: -2.043,
    amountMissing: -1.244,
    countsIt: 0.815,
    fresh: 0.49,
    length: 0.85,
    opensWithPronoun: 0.349,
    bestSimilarity: 3.279,
    bestCover: 0.001,
  },
};
