import type { Span } from '../domain/span.ts';
import { isFunctionWord, termOf } from '../text/tokens.ts';
import { foldSpelling } from './spelling.ts';

/** A word or a money or percent sign, with what two texts are compared by. */
export interface Token extends Span {
  /** Lower case without accents, American spelling, plain apostrophes, `%` for percent. */
  readonly key: string;
  /** Stem, for words that differ only in their form. */
  readonly stem: string;
  /** What the word says: grammar less than content. */
  readonly weight: number;
}

// Unlike search terms, possessives stay: "Mali" and "Mali's" are a changed word in a quotation.
const TOKEN = /[\p{L}\p{N}]+(?:(?:[’'·.](?=\p{L})|[.,](?=\p{N})|\p{M})[\p{L}\p{N}\p{M}]+)*|[%$€£¥]/gu;

// An article changed or dropped alters less than a noun, but it does alter a quotation.
const FUNCTION_WEIGHT = 0.4;

/** The tokens of a text in order. */
export function compareTokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const key = keyOf(match[0]);
    const stem = termOf(key.replace(/'s?$/, ''));
    const weight = isFunctionWord(key) ? FUNCTION_WEIGHT : 1;
    found.push({ key, stem, weight, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function keyOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return foldSpelling(word);
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
  // `U.S.` and `US` are one word.
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : foldSpelling(folded);
}

/** Sum of the weights. */
export function totalWeight(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.weight, 0);
}
