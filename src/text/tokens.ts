import { stemmer } from 'stemmer';
import type { Span } from '../domain/span.ts';

/** A word with its place in the text. `norm` is lower case, NFKC, without accents or possessive. */
export interface Word extends Span {
  readonly text: string;
  readonly norm: string;
}

// Letters and digits of any script; marks inside a word; apostrophes, hyphens and dots only between
// them, and commas only between digits, so that `U.S.`, `1,200` and `Jama’at` stay whole.
const WORD = /[\p{L}\p{N}]+(?:(?:[’'·.](?=\p{L})|[.,](?=\p{N})|\p{M})[\p{L}\p{N}\p{M}]+)*/gu;

const FUNCTION_WORDS = new Set(
  (
    'a an and are as at be been being but by can could did do does doing for from had has have having he her hers him his ' +
    'how i if in into is it its me my nor not of on or our ours she should so some such than that the their theirs them ' +
    'then there these they this those to too us very was we were what when where which while who whom whose why will with ' +
    'would you your yours also about any because both each just may might more most much must no only other own same shall'
  ).split(' '),
);

/** Lower case, compatibility form, accents removed, typographic apostrophes made plain. */
export function normalizeWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/'s$/, '');
}

/** The words of a text, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    found.push({ text: match[0], norm: normalizeWord(match[0]), start, end: start + match[0].length });
  }
  return found;
}

/** True for a word that carries grammar, not content; `norm` as `words` gives it. */
export function isFunctionWord(norm: string): boolean {
  return FUNCTION_WORDS.has(norm);
}

/** The search term of a normalized word: its English stem (Porter, 1980); figures without commas. */
export function termOf(norm: string): string {
  if (/^\p{N}/u.test(norm)) return norm.replaceAll(',', '');
  return stemmer(norm.replaceAll(/['.]/g, ''));
}

/** Search terms of a text: stems of its content words, in order, repeated as they stand. */
export function terms(text: string): string[] {
  return words(text)
    .filter((word) => !isFunctionWord(word.norm))
    .map((word) => termOf(word.norm));
}
