import type { AnswerFeatureName } from './confidence.ts';
import type { FeatureName } from './features.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 5.462,
    fused: 2.55,
    coverSentence: 1.428,
    coverTitled: 1.875,
    worstMiss: -0.154,
    valueFit: 3.072,
    dateMissing: -0.649,
    countMissing: -0.795,
    focusNear: 0.322,
    fresh: 1.339,
    isQuestion: -3.718,
    isShort: -3.669,
    length: 0.532,
    opensWithPronoun: 0.608,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.572,
  weights: {
    similarity: 1.412,
    fused: 2.813,
    rank: 1.036,
    coverTitled: 1.407,
    detailSentence: 0.153,
    detailTitled: 0.334,
    detailMiss: -1.515,
    valued: -0.744,
    valueFit: 0.427,
    whoMissing: -1.315,
    dateMissing: -0.682,
    countMissing: -2.019,
    amountMissing: -1.196,
    focusNear: 0.806,
    fresh: 0.555,
    length: 0.833,
    opensWithPronoun: 0.347,
    bestSimilarity: 3.229,
    bestCover: 0.145,
  },
};
