import { isFunctionWord } from '../text/tokens.ts';
import type { Token } from './compare-tokens.ts';
import { areOpposed, excludeEachOther, isNegation } from './opposed-words.ts';
import { type Place, samePlace, type TokenRange } from './places.ts';
import type { Facts } from './statement.ts';

type Tokens = readonly Token[];
type Sentence = Pick<Facts, 'text' | 'tokens'>;

/**
 * Places where one sentence says the opposite of the other: an opposed word (`rose`, `fell`), or a
 * negation that only one has. "Did not accept" for "rejected" turns twice, and is left alone.
 */
export function turnedMeanings(ours: Sentence, theirs: Sentence): Pick<Place, 'ours' | 'theirs'>[] {
  const gained = turns(ours, theirs);
  const lost = turns(theirs, ours).map((place) => ({ ours: place.theirs, theirs: place.ours }));
  const placed = [...gained, ...lost];
  // Of one place the first: an opposite may be found by what stands around it and by what follows it.
  return [...placed, ...turnedObjects(ours, theirs)]
    .filter(
      ({ ours: [at] }, index, all) =>
        !all.slice(0, index).some(({ ours: [from, to] }) => from <= at && at < to),
    )
    .map((place) => ({
      ours: widened(place.ours, ours.tokens),
      theirs: widened(place.theirs, theirs.tokens),
    }));
}

function turns({ tokens: ours }: Sentence, { tokens: theirs }: Sentence): Place[] {
  const held = new Set(theirs.map(({ key }) => key));
  const denials = (tokens: Tokens) => tokens.filter(({ key }) => isNegation(key)).length;
  // "Would not agree that it is" denies as "is not" does: as many denials may be one, elsewhere.
  const mayDeny = denials(ours) !== denials(theirs);
  return ours.flatMap((token, index) => {
    const negates = mayDeny && isNegation(token.key);
    const opposes = !held.has(token.key) && theirs.some(({ key }) => areOpposed(token.key, key));
    if (!negates && !opposes) return [];
    const place = samePlace([index, index + 1], ours, theirs);
    if (place === null || !isTurned(place, ours, theirs)) return [];
    return isSupposed(place.ours, ours) || isSupposed(place.theirs, theirs) ? [] : [place];
  });
}

/** Words before a place among which a condition for it begins. */
const CONDITION = 8;

// "If the bridge is not open" says nothing of whether it is.
const isSupposed = ([from]: TokenRange, tokens: Tokens) =>
  tokens.slice(Math.max(0, from - CONDITION), from).some(({ key }) => key === 'if' || key === 'whether');

/** Words after a word among which stands what it governs: "increase the country's reliance". */
const REACH = 5;

// What is done to a thing, or how it is, where both say it of the same thing: "increase its reliance on
// imports" and "reducing reliance on imports", however the rest of the sentence is built.
function turnedObjects(ours: Sentence, theirs: Sentence): Pick<Place, 'ours' | 'theirs'>[] {
  const denies = ({ tokens }: Sentence) => tokens.some(({ key }) => isNegation(key));
  if (denies(ours) || denies(theirs)) return [];
  const [held, said] = [stemsOf(theirs), stemsOf(ours)];
  return ours.tokens.flatMap((own, index) => {
    if (isFunctionWord(own.key) || held.has(own.stem)) return [];
    const at = theirs.tokens.findIndex(
      (other, place) =>
        excludeEachOther(own.key, other.key) &&
        joinedTo([ours, own]) === NOTHING &&
        joinedTo([theirs, other]) === NOTHING &&
        !said.has(other.stem) &&
        governSame([ours.tokens, index], [theirs.tokens, place]),
    );
    return at === -1 ? [] : [{ ours: [index, index + 1], theirs: [at, at + 1] }];
  });
}

const stemsOf = ({ tokens }: Sentence) => new Set(tokens.map(({ stem }) => stem));

type At = readonly [tokens: Tokens, index: number];

// What follows the one first, grammar aside, follows the other soon.
function governSame(ours: At, theirs: At): boolean {
  const [here, there] = [governedBy(ours), governedBy(theirs)];
  return here.includes(there[0] ?? '') || there.includes(here[0] ?? '');
}

const governedBy = ([tokens, index]: At) =>
  tokens.slice(index + 1, index + 1 + REACH).flatMap(({ weight, stem }) => (weight === 1 ? [stem] : []));

/** One word of a sentence. */
type Placed = readonly [sentence: Pick<Facts, 'text'>, token: Token];

/**
 * True for two words of which one cannot stand for the other, as they stand in their sentences: "cutting" is
 * the opposite of "adding", "cutting-edge" of nothing but what has another word before its "-edge".
 */
export function areOpposedIn(ours: Placed, theirs: Placed): boolean {
  return areOpposed(ours[1].key, theirs[1].key) && joinedTo(ours) === joinedTo(theirs);
}

function joinedTo([{ text }, { start, end }]: Placed): string {
  const before = /[\p{L}\p{N}]+[-‐‑]$/u.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0] ?? '';
  const after = /^[-‐‑][\p{L}\p{N}]+/u.exec(text.slice(end, end + LONGEST))?.[0] ?? '';
  return `${before}|${after}`.toLowerCase();
}

const NOTHING = '|';

/** Of what a word is joined to, in UTF-16 units. */
const LONGEST = 24;

function isTurned(place: Place, ours: Tokens, theirs: Tokens): boolean {
  const [here, there] = [keysOf(place.ours, ours), keysOf(place.theirs, theirs)];
  const negations = here.filter(isNegation).length - there.filter(isNegation).length;
  const opposed = here.filter((word) => there.some((other) => areOpposed(word, other))).length;
  if (opposed === 0 && (negations > 0 ? there : here).some((word) => ENDING.test(word))) return false;
  return (Math.abs(negations) + opposed) % 2 === 1;
}

// "Will not sell" and "will stop selling", "do not put" and "avoid putting" deny alike.
const ENDING = /^(?:stop|ceas|avoid|refrain|quit)(?:e[ds]?|s|p?ed|p?ing|t?ing)?$/;

const keysOf = ([from, to]: TokenRange, tokens: Tokens) => tokens.slice(from, to).map(({ key }) => key);

// "not" alone tells a reader little: the words beside it are shown too.
const widened = ([from, to]: TokenRange, tokens: Tokens): TokenRange => [
  Math.max(0, from - 1),
  Math.min(tokens.length, to + 1),
];
