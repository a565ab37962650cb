import type { AnswerFeatureName, FeatureName, HeldFeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 3.158,
    fused: 2.389,
    rank: 2.077,
    coverSentence: 0.893,
    coverTitled: 0.435,
    worstMiss: -0.473,
    valueFit: 2.404,
    whoMissing: -0.163,
    dateMissing: -2.117,
    countMissing: -0.682,
    amountMissing: -0.462,
    roleNamed: 2.479,
    countsIt: 1.32,
    fresh: 1.452,
    isQuestion: -4.653,
    isShort: -0.874,
    length: 0.301,
    opensWithPronoun: 0.561,
    softSentence: 1.456,
    softMiss: -1.615,
    nounMissing: -1.221,
  },
};

/** The same of those that the verifier was asked about. */
export const HELD_MODEL: LinearModel<HeldFeatureName> = {
  bias: 0,
  weights: {
    score: 0.89,
    held: 0.236,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -7.597,
  weights: {
    similarity: 1.789,
    fused: 1.967,
    rank: 0.628,
    detailTitled: 0.277,
    detailMiss: -1.795,
    valued: -0.725,
    valueFit: 0.157,
    whoMissing: -1.563,
    dateMissing: -0.807,
    countMissing: -1.872,
    amountMissing: -1.973,
    causeMissing: -0.059,
    countsIt: 1.204,
    length: 0.988,
    opensWithPronoun: 0.456,
    softNear: 0.788,
    softBefore: 0.928,
    bestSimilarity: 1.515,
    bestSoft: 4.168,
  },
};
