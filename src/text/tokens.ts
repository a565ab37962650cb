import { stemmer } from 'stemmer';
import type { Span } from '../domain/span.ts';
import { plainWordEnd, wordStart } from './plain-words.ts';

/** A word with its place in the text. `norm` is lower case, compatibility form, without accents or possessive. */
export interface Word extends Span {
  readonly text: string;
  readonly norm: string;
}

// One ideograph or hiragana; else letters, digits and their marks, with, between them: an apostrophe
// (`Jama’at`), a dot between single letters (`U.S`) or digits (`3.5`), a comma before three digits
// (`1,200`). So `ended.The` is two words, and `1, 2,3` three figures.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}]|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}]](?:[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}]]|[’'·](?=\p{L})|(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))|(?<=\p{N})\.(?=\p{N})|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))*/gv;

const FUNCTION_WORDS = new Set(
  (
    'a an and are as at be been being but by can could did do does doing for from had has have having he her hers him his ' +
    'how i if in into is it its me my nor not of on or our ours she should so some such than that the their theirs them ' +
    'then there these they this those to too us very was we were what when where which while who whom whose why will with ' +
    'would you your yours also about any because both each just may might more most much must no only other own same shall'
  ).split(' '),
);

/** Lower case, compatibility form, accents removed, typographic apostrophes made plain, possessive cut. */
export function normalizeWord(word: string): string {
  const lower = (NEEDS_FOLDING.test(word) ? foldForms(word) : word).toLowerCase();
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}

// Most words are plain letters, and the Unicode forms are what takes the time.
const NEEDS_FOLDING = /[^\x20-\x7e]/;

// Accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic; the marks of other
// scripts are letters in all but name.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]+/g;

function foldForms(word: string): string {
  return word.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').replace(/[’‘]/g, "'");
}

/** The words of a text, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (let at = wordStart(text, 0); at < text.length; at = wordStart(text, at)) {
    const start = at;
    // Nearly all words are plain, and the expression takes five times as long.
    at = plainWordEnd(text, start);
    if (at > start) {
      found.push(wordOf(text.slice(start, at), start));
      continue;
    }
    const [word = '', from = text.length] = nextWord(text, start);
    if (word !== '') found.push(wordOf(word, from));
    at = from + word.length;
  }
  return found;
}

function nextWord(text: string, from: number): [string?, number?] {
  WORD.lastIndex = from;
  const match = WORD.exec(text);
  return match === null ? [] : [match[0], match.index];
}

const wordOf = (text: string, start: number): Word => ({
  text,
  norm: normalizeWord(text),
  start,
  end: start + text.length,
});

/** True for a word that carries grammar, not content; `norm` as `words` gives it. */
export function isFunctionWord(norm: string): boolean {
  return FUNCTION_WORDS.has(norm);
}

/** The search term of a normalized word: its English stem (Porter, 1980); figures without commas. */
export function termOf(norm: string): string {
  const known = KNOWN_TERMS.get(norm);
  if (known !== undefined) return known;
  const term = newTermOf(norm);
  if (KNOWN_TERMS.size >= MAX_KNOWN_TERMS) KNOWN_TERMS.clear();
  if (norm.length <= MAX_KNOWN_CHARS) KNOWN_TERMS.set(norm, term);
  return term;
}

// Texts repeat their words so much that nearly every stem is found again. A longer key may be a view of
// a whole text, which would be kept with it.
const KNOWN_TERMS = new Map<string, string>();
const MAX_KNOWN_TERMS = 20_000;
const MAX_KNOWN_CHARS = 12;

function newTermOf(norm: string): string {
  if (/^\p{N}/u.test(norm)) return norm.replaceAll(',', '');
  return stemmer(norm.replaceAll(/['.]/g, ''));
}

/** Search terms of a text: stems of its content words, in order, repeated as they stand. */
export function terms(text: string): string[] {
  // In a text with small letters, `US` and `WHO` are names; in one without, capitals say nothing.
  const hasCase = /\p{Ll}/u.test(text);
  return words(text)
    .filter((word) => !isFunctionWord(word.norm) || (hasCase && /^\p{Lu}{2,}$/u.test(word.text)))
    .map((word) => termOf(word.norm));
}
