import type { HeldSentence } from './hold-against.ts';
import { linearScore, shares } from './linear-model.ts';
import { HELD_MODEL } from './weights.ts';

/**
 * The sentences that the verifier was asked about, in the order that its word and the first ranking
 * give together; the others have no share and follow in their order.
 */
export function rankAgain(sentences: readonly HeldSentence[]): HeldSentence[] {
  const held = sentences.flatMap((one) =>
    one.held === null ? [] : [{ one, score: linearScore(HELD_MODEL, { score: one.score, held: one.held }) }],
  );
  const share = shares(held.map(({ score }) => score));
  const ranked = held
    .map(({ one, score }, index) => ({ ...one, score, share: share[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  return [...ranked, ...sentences.filter((one) => one.held === null).map((one) => ({ ...one, share: 0 }))];
}
