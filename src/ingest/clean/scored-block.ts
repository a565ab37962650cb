import type { BlockView } from './block-view.ts';

/** A block with what its own features say of it. */
export interface ScoredBlock {
  readonly view: BlockView;
  readonly words: number;
  /** Weighted sum of its own features: above 0 content, below 0 furniture. */
  readonly score: number;
  /** Weighted sum of its own features for the second step. */
  readonly carried: number;
  /** The score as a probability of content, 0 to 1. */
  readonly probability: number;
  /** Words of content to expect in it: the probability times its words. */
  readonly mass: number;
}

export function scoredBlock(
  view: BlockView,
  { score, carried }: { readonly score: number; readonly carried: number },
): ScoredBlock {
  const words = view.words.length;
  const probability = 1 / (1 + Math.exp(-score));
  return { view, words, score, carried, probability, mass: probability * words };
}
