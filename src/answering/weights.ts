import type { AnswerFeatureName, FeatureName, HeldFeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: {
    similarity: 3.168,
    fused: 2.4,
    rank: 2.061,
    coverSentence: 0.907,
    coverTitled: 0.427,
    worstMiss: -0.466,
    valueFit: 2.405,
    whoMissing: -0.161,
    dateMissing: -2.116,
    countMissing: -0.682,
    amountMissing: -0.562,
    roleNamed: 2.48,
    countsIt: 1.319,
    fresh: 1.458,
    isQuestion: -4.649,
    isShort: -0.855,
    length: 0.3,
    opensWithPronoun: 0.562,
    softSentence: 1.439,
    softMiss: -1.623,
    nounMissing: -1.219,
  },
};

/** The same of those that the verifier was asked about. */
export const HELD_MODEL: LinearModel<HeldFeatureName> = {
  bias: 0,
  weights: {
    score: 0.893,
    held: 0.233,
  },
};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -6.674,
  weights: {
    similarity: 1.78,
    fused: 1.529,
    detailTitled: 0.469,
    detailMiss: -0.764,
    valued: -0.775,
    valueFit: 0.369,
    whoMissing: -1.163,
    dateMissing: -0.858,
    countMissing: -1.756,
    amountMissing: -1.976,
    causeMissing: -0.061,
    roleNamed: 0.054,
    countsIt: 1.056,
    length: 0.811,
    opensWithPronoun: 0.437,
    softSentence: 0.214,
    softNear: 0.677,
    softTitled: 0.079,
    softBefore: 1.092,
    bestSimilarity: 0.51,
    bestSoft: 4.096,
    askedTerms: 1.882,
    askedDetails: -2.257,
    passageHeld: 0.326,
  },
};
