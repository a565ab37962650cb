import type { AnswerFeatureName } from './confidence.ts';
import type { FeatureName } from './features.ts';
import type { LinearModel } from './linear-model.ts';

export const SENTENCE_MODEL: LinearModel<FeatureName> = {
  bias: 0,
  weights: { similarity: 6, fused: 4, coverTitled: 3, coverSentence: 2, valueFit: 3 },
};
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = {
  bias: -6,
  weights: { bestSimilarity: 5, coverTitled: 3, window: 2, valueMissing: -2, detailMiss: -2 },
};

/** Least confidence of an answer. */
export const ANSWER_THRESHOLD = 0.5;
