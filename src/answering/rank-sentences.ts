import type { Measured } from './features.ts';
import { linearScore, shares } from './linear-model.ts';
import { SENTENCE_MODEL } from './weights.ts';

/** A measured sentence in its order. */
export interface RankedSentence extends Measured {
  /** Logits of the sentence model; they compare sentences of one question only. */
  readonly score: number;
  /** Probability that of all these it is the one that answers, if one does. */
  readonly share: number;
}

/** The sentences, those that answer best first; ties in the order given. */
export function rankSentences(measured: readonly Measured[]): RankedSentence[] {
  const scores = measured.map(({ features }) => linearScore(SENTENCE_MODEL, features));
  const share = shares(scores);
  return measured
    .map((one, index) => ({ ...one, score: scores[index] ?? 0, share: share[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
}
