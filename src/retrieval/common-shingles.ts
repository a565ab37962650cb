/**
 * Texts of different wording that may hold a shingle before it weighs nothing: a site's furniture stands
 * in hundreds, a phrase of the trade in dozens, and a story is seldom rewritten by more.
 */
const MOST_HOLDERS = 20;

// Two shingles in one slot add up; with eight slots a shingle that is one in nine, and seldom both are frequent.
const SLOTS_PER_SHINGLE = 8;
const MOST_SLOTS = 2 ** 27;

/** Tells which shingles are held by too many of the texts to say anything about two of them. */
export function commonShingles(
  texts: readonly { readonly shingles: Uint32Array }[],
): (shingle: number) => boolean {
  if (texts.length <= MOST_HOLDERS) return () => false;
  const total = texts.reduce((sum, { shingles }) => sum + shingles.length, 0);
  const slots = Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(total * SLOTS_PER_SHINGLE + 1)));
  const holders = new Uint8Array(slots);
  const slotOf = (shingle: number) => shingle & (slots - 1);
  for (const { shingles } of texts) {
    for (const shingle of shingles) {
      const slot = slotOf(shingle);
      const count = holders[slot] ?? 0;
      if (count <= MOST_HOLDERS) holders[slot] = count + 1;
    }
  }
  return (shingle) => (holders[slotOf(shingle)] ?? 0) > MOST_HOLDERS;
}
