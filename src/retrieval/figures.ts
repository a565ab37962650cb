import type { Word } from '../text/tokens.ts';

/**
 * True where two near-equal texts give different figures in the same place, that is between the same
 * two words: `killed 45 people` and `killed 54 people`. Then one corrects or contradicts the other, and
 * both are wanted.
 */
export function figuresDisagree(a: readonly Word[], b: readonly Word[]): boolean {
  const ofA = figuresByPlace(a);
  return [...figuresByPlace(b)].some(([place, figures]) => {
    const others = ofA.get(place);
    return others !== undefined && !figures.isSubsetOf(others) && !others.isSubsetOf(figures);
  });
}

function figuresByPlace(words: readonly Word[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const [index, { norm }] of words.entries()) {
    if (!/^\p{N}/u.test(norm)) continue;
    const place = `${words[index - 1]?.norm ?? ''} ${words[index + 1]?.norm ?? ''}`;
    places.set(place, (places.get(place) ?? new Set()).add(norm));
  }
  return places;
}
