import type { Span } from '../domain/span.ts';
import { foldName } from '../text/countries.ts';
import { sameName } from '../text/name-compare.ts';
import { TITLES } from '../text/name-words.ts';
import type { NameMention } from '../text/names.ts';
import type { Speaker } from '../text/speaker-candidates.ts';
import { words } from '../text/tokens.ts';

export type Attribution =
  | 'same'
  /** Two whom the texts name. */
  | 'different'
  /** Somebody of whom the source, to whomever it gives the words, says nothing. */
  | 'not-named'
  | 'unknown';

/** Who speaks in one text, and whom that text names. */
export interface Attributed {
  readonly speaker: Speaker | null;
  readonly names: readonly NameMention[];
}

/** …and where in it the quotation stands. */
export interface Sourced extends Attributed {
  readonly text: string;
  readonly at: Span;
}

/**
 * Whether two texts give a quotation to one speaker. Roles and pronouns that could mean several are not
 * told apart from here, nor a spokesman from the body for which he speaks, where the source names him
 * beside the words. `not-named` where the draft names somebody and the source never does, unless it gives
 * the words to a role that is the person's title in the draft.
 */
export function compareSpeakers(draft: Attributed, source: Sourced): Attribution {
  const [ours, theirs] = [draft.speaker?.name ?? null, source.speaker?.name ?? null];
  if (ours === null || isCountry(ours, draft)) return 'unknown';
  if (theirs !== null && sameName(ours, theirs)) return 'same';
  if (theirs !== null && areTwo(ours, theirs, draft, source)) return 'different';
  if (isHeld(ours, source) || isTitleOf(source.speaker, ours, draft)) return 'unknown';
  return 'not-named';
}

// A body speaks through persons, and a pronoun may mean another than it seems: they are told from one whom
// the source does not name beside the words.
const areTwo = (ours: string, theirs: string, draft: Attributed, source: Sourced) => {
  if (isCountry(theirs, source)) return false;
  const isSure = source.speaker?.kind !== 'pronoun' && !isBody(ours, draft) && !isBody(theirs, source);
  return isSure || !isNear(ours, source);
};

const isBody = (name: string, { names }: Attributed) =>
  names.some(({ text, kind }) => text === name && (kind === 'organization' || kind === 'acronym'));

// A government speaks under many names: its country, its capital, its people.
const isCountry = (name: string, { names }: Attributed) =>
  names.some(({ text, country }) => text === name && country !== null);

// By the surname, in any case: a headline or a text without capitals has it too.
function isHeld(name: string, { text, names }: Sourced): boolean {
  const surname = name.split(/[\s-]+/u).at(-1) ?? '';
  return holdsWord(text, surname) || names.some((other) => sameName(name, other.text));
}

// Most articles do not hold it at all, and reading all the words of one takes a thousand times as long.
function holdsWord(text: string, word: string): boolean {
  const folded = foldName(word);
  const isPlain = !/[\u00aa-\u024f]|\p{M}/u.test(text);
  if (isPlain && !text.toLowerCase().includes(folded)) return false;
  return words(text).some(({ norm }) => norm === folded);
}

/** UTF-16 units between words and a name, in one sentence or the next. */
const NEAR_CHARS = 250;

/** True where a source names somebody beside the words. */
export function isNear(name: string, { names, at }: Pick<Sourced, 'names' | 'at'>): boolean {
  const near = names.filter((one) => one.end > at.start - NEAR_CHARS && one.start < at.end + NEAR_CHARS);
  return near.some((one) => sameName(one.text, name));
}

// "the mayor said" where the draft has "Mayor Ilse Varga".
function isTitleOf(role: Speaker | null, name: string, { names }: Attributed): boolean {
  const titles = names.flatMap(({ text, title }) =>
    title !== null && sameName(text, name) ? words(title) : [],
  );
  const held = new Set(titles.map(({ norm }) => norm).filter((norm) => TITLES.has(norm)));
  return role !== null && words(role.text).some(({ norm }) => held.has(norm));
}
