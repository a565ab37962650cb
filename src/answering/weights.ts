import type { AnswerFeatureName, FeatureName, HeldFeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 3.269,
    fused: 2.335,
    rank: 2.172,
    coverSentence: 1.444,
    coverTitled: 0.789,
    worstMiss: -0.024,
    valueFit: 2.647,
    dateMissing: -1.221,
    countMissing: -0.587,
    roleNamed: 2.978,
    countsIt: 1.162,
    fresh: 1.654,
    isQuestion: -4.61,
    isShort: -1.036,
    length: 0.307,
    opensWithPronoun: 0.581,
    softSentence: 0.518,
    softMiss: -1.77,
    nounMissing: -1.013,
  },
};

/** The same of those that the verifier was asked about. */
export const HELD_MODEL: LinearModel<HeldFeatureName> = {
  bias: 0,
  weights: {
    score: 0.909,
    held: 0.21,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.75,
  weights: {
    similarity: 2.695,
    fused: 2.245,
    rank: 1.066,
    detailTitled: 0.131,
    detailMiss: -1.956,
    valued: -0.683,
    valueFit: 0.582,
    whoMissing: -1.272,
    dateMissing: -0.675,
    countMissing: -1.732,
    amountMissing: -0.997,
    roleNamed: 0.186,
    countsIt: 1.012,
    length: 0.927,
    opensWithPronoun: 0.495,
    softSentence: 0.087,
    softBefore: 1.044,
    bestSimilarity: 0.759,
    bestSoft: 4.081,
  },
};
