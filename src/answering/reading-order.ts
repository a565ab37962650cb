import type { RankedSentence } from './rank-sentences.ts';

/**
 * Sentences in an order that reads: as they came, but one that takes up the sentence before it ("It also …",
 * "This is …") follows that one, where both are there.
 */
export function inReadingOrder<T extends RankedSentence>(chosen: readonly T[]): T[] {
  const placed = new Set<T>();
  const place = (one: T): void => {
    if (placed.has(one)) return;
    const before = takesUp(one) ? chosen.find((other) => standsRightBefore(other, one)) : undefined;
    if (before !== undefined) place(before);
    placed.add(one);
  };
  for (const one of chosen) place(one);
  return [...placed];
}

// What opens a sentence that cannot be read without the one before it.
const OPENS =
  /^(?:he|she|it|they|this|these|those|that|such|his|her|its|their|however|therefore|thus|hence|but|and|instead|in contrast|for example|for instance|because of this|as a result|at the same time)(?!\p{L})/iu;

const takesUp = ({ candidate }: RankedSentence) => OPENS.test(candidate.text);

function standsRightBefore(
  { candidate: first }: RankedSentence,
  { candidate: next }: RankedSentence,
): boolean {
  return first.document === next.document && first.span.end <= next.span.start && first.text === next.before;
}
