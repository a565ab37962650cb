import type { AnswerFeatureName, FeatureName, HeldFeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 3.191,
    fused: 2.369,
    rank: 2.187,
    coverSentence: 1.46,
    coverTitled: 0.758,
    worstMiss: -0.026,
    valueFit: 2.693,
    dateMissing: -1.189,
    countMissing: -0.574,
    amountMissing: -0.493,
    roleNamed: 2.986,
    countsIt: 1.129,
    fresh: 1.637,
    isQuestion: -4.605,
    isShort: -1.055,
    length: 0.274,
    opensWithPronoun: 0.568,
    softSentence: 0.556,
    softMiss: -1.753,
    nounMissing: -1.021,
  },
};

/** The same of those that the verifier was asked about. */
export const HELD_MODEL: LinearModel<HeldFeatureName> = {
  bias: 0,
  weights: {
    score: 0.913,
    held: 0.209,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -6.239,
  weights: {
    similarity: 2.582,
    fused: 2.186,
    rank: 1.078,
    detailMiss: -1.828,
    valued: -0.657,
    valueFit: 0.536,
    whoMissing: -1.016,
    dateMissing: -0.644,
    countMissing: -1.833,
    amountMissing: -1.103,
    roleNamed: 0.171,
    countsIt: 1.097,
    length: 1.048,
    opensWithPronoun: 0.518,
    softBefore: 1.218,
    bestSimilarity: 0.476,
    bestSoft: 2.834,
  },
};
