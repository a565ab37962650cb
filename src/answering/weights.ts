import type { AnswerFeatureName } from './confidence.ts';
import type { FeatureName } from './features.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 5.254,
    passageSimilarity: 0.142,
    fused: 3.266,
    coverSentence: 1.678,
    coverTitled: 1.188,
    worstMiss: -0.56,
    valueFit: 3.036,
    dateMissing: -0.795,
    countMissing: -0.846,
    focusNear: 0.503,
    fresh: 1.359,
    isQuestion: -3.803,
    isShort: -0.914,
    length: 0.549,
    opensWithPronoun: 0.586,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.748,
  weights: {
    similarity: 1.766,
    fused: 3.031,
    rank: 0.911,
    coverNear: 0.017,
    coverTitled: 0.652,
    detailSentence: 0.509,
    detailTitled: 0.055,
    detailMiss: -1.324,
    valued: -0.736,
    valueFit: 0.421,
    whoMissing: -0.792,
    dateMissing: -0.415,
    countMissing: -1.719,
    amountMissing: -0.58,
    causeMissing: -0.109,
    window: 0.052,
    focusNear: 0.776,
    fresh: 0.285,
    isQuestion: -4.963,
    isShort: -2.826,
    length: 0.784,
    opensWithPronoun: 0.39,
    bestSimilarity: 2.837,
    bestCover: 0.99,
  },
};
