import type { Token } from './compare-tokens.ts';
import { areOpposed, isNegation } from './opposed-words.ts';
import { type Place, samePlace, type TokenRange } from './places.ts';

type Tokens = readonly Token[];

/**
 * Places where one sentence says the opposite of the other: an opposed word (`rose`, `fell`), or a
 * negation that only one has. "Did not accept" for "rejected" turns twice, and is left alone.
 */
export function turnedMeanings(ours: Tokens, theirs: Tokens): Pick<Place, 'ours' | 'theirs'>[] {
  const gained = turns(ours, theirs);
  const lost = turns(theirs, ours).map((place) => ({ ours: place.theirs, theirs: place.ours }));
  const seen = new Set<number>();
  return [...gained, ...lost]
    .filter((place) => !seen.has(place.ours[0]) && seen.add(place.ours[0]))
    .map((place) => ({ ours: widened(place.ours, ours), theirs: widened(place.theirs, theirs) }));
}

function turns(ours: Tokens, theirs: Tokens): Place[] {
  const held = new Set(theirs.map(({ key }) => key));
  const denials = (tokens: Tokens) => tokens.filter(({ key }) => isNegation(key)).length;
  // "Would not agree that it is" denies as "is not" does: as many denials may be one, elsewhere.
  const mayDeny = denials(ours) !== denials(theirs);
  return ours.flatMap((token, index) => {
    const negates = mayDeny && isNegation(token.key);
    const opposes = !held.has(token.key) && theirs.some(({ key }) => areOpposed(token.key, key));
    if (!negates && !opposes) return [];
    const place = samePlace([index, index + 1], ours, theirs);
    return place !== null && isTurned(place, ours, theirs) ? [place] : [];
  });
}

function isTurned(place: Place, ours: Tokens, theirs: Tokens): boolean {
  const [here, there] = [keysOf(place.ours, ours), keysOf(place.theirs, theirs)];
  const negations = here.filter(isNegation).length - there.filter(isNegation).length;
  const opposed = here.filter((word) => there.some((other) => areOpposed(word, other))).length;
  return (Math.abs(negations) + opposed) % 2 === 1;
}

const keysOf = ([from, to]: TokenRange, tokens: Tokens) => tokens.slice(from, to).map(({ key }) => key);

// "not" alone tells a reader little: the words beside it are shown too.
const widened = ([from, to]: TokenRange, tokens: Tokens): TokenRange => [
  Math.max(0, from - 1),
  Math.min(tokens.length, to + 1),
];
