import type { AnswerFeatures } from './feature-names.ts';
import { linearScore, sigmoid } from './linear-model.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { ANSWER_MODEL } from './weights.ts';

// Sentences among which the best cover is looked for: as many as an answer cites.
const BEST_FEW = 3;

/** Null where there is no sentence. */
export function answerFeatures(ranked: readonly Pick<RankedSentence, 'features'>[]): AnswerFeatures | null {
  const [first] = ranked;
  if (first === undefined) return null;
  const few = ranked.slice(0, BEST_FEW).map((one) => one.features);
  return {
    ...first.features,
    bestSimilarity: Math.max(...ranked.map((one) => one.features.similarity)),
    bestSoft: Math.max(...few.map((features) => features.softTitled)),
    bestCover: Math.max(...few.map((features) => features.coverTitled)),
  };
}

/** Probability that the first of the ranked sentences answer the question, 0 to 1; 0 where there is none. */
export function answerConfidence(ranked: readonly RankedSentence[]): number {
  const features = answerFeatures(ranked);
  return features === null ? 0 : sigmoid(linearScore(ANSWER_MODEL, features));
}
