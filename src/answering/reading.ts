import { countryOf } from '../text/countries.ts';
import { isAcronymOf } from '../text/name-compare.ts';
import { type NameMention, names } from '../text/names.ts';
import { isFunctionWord, termOf, words } from '../text/tokens.ts';
import type { QuestionTerm } from './question.ts';

export interface ContentWord {
  readonly norm: string;
  readonly term: string;
  /** Index among all words of the text, function words too. */
  readonly at: number;
}

/** A text made ready for being asked whether it holds a term. */
export interface Reading {
  readonly text: string;
  readonly content: readonly ContentWord[];
  readonly terms: ReadonlySet<string>;
  readonly names: readonly NameMention[];
  readonly countries: ReadonlySet<string>;
}

/** `mentions`: the names of the text where a wider text has told them already. */
export function readText(text: string, mentions: readonly NameMention[] = names(text)): Reading {
  const all = words(text);
  const content = all.flatMap(({ norm, text: word }, at) =>
    isFunctionWord(norm) && !/^\p{Lu}{2,}$/u.test(word) ? [] : [{ norm, term: termOf(norm), at }],
  );
  const single = all.map((word) => countryOf(word.text)?.code ?? null);
  const named = mentions.map((mention) => mention.country);
  return {
    text,
    content,
    terms: new Set(content.map((word) => word.term)),
    names: mentions,
    countries: new Set([...single, ...named].filter((code) => code !== null)),
  };
}

/** Several texts as one; words of different texts count as far apart. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    text: readings.map((one) => one.text).join('\n'),
    content: readings.flatMap((one, index) =>
      one.content.map((word) => ({ ...word, at: word.at + index * 10_000 })),
    ),
    terms: new Set(readings.flatMap((one) => [...one.terms])),
    names: readings.flatMap((one) => one.names),
    countries: new Set(readings.flatMap((one) => [...one.countries])),
  };
}

/** Strength of a match by shared beginning: `develop` and `development` say nearly the same. */
const SHARED_BEGINNING = 0.8;

/** How surely the text holds the term by its letters, 0 to 1. */
export function matchStrength(term: QuestionTerm, reading: Reading): number {
  if (term.country !== null) return reading.countries.has(term.country) ? 1 : 0;
  if (reading.terms.has(term.term)) return 1;
  if (/^\p{N}/u.test(term.norm)) return 0;
  if (matchesAcronym(term, reading)) return 1;
  return reading.content.some((word) => shareBeginning(term.norm, word.norm)) ? SHARED_BEGINNING : 0;
}

// `UN` finds `United Nations`, and each word of `United Nations` finds `UN`.
function matchesAcronym(term: QuestionTerm, reading: Reading): boolean {
  const { name } = term;
  if (/^\p{Lu}{2,8}$/u.test(term.text)) return reading.names.some((one) => isAcronymOf(term.text, one.text));
  return name !== null && /\s/.test(name) && reading.names.some((one) => isAcronymOf(one.text, name));
}

// Shorter beginnings are shared by chance: `conference` and `confident`.
const LEAST_LETTERS = 5;
const LEAST_PART = 0.6;

/** True when two words begin alike for most of their length: `develop`, `development`. */
export function shareBeginning(a: string, b: string): boolean {
  const least = Math.max(LEAST_LETTERS, LEAST_PART * Math.max(a.length, b.length));
  if (Math.min(a.length, b.length) < least) return false;
  return a.slice(0, Math.ceil(least)) === b.slice(0, Math.ceil(least));
}
