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
// Scripts without spaces go by character.
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:(?:[’'·.](?=\p{L})|[.,](?=\p{N})|\p{M})[\p{L}\p{N}\p{M}]+)*|[%$€£¥]/gu;

// An article changed or dropped alters less than a noun, but it does alter a quotation.
const FUNCTION_WEIGHT = 0.4;

/** The tokens of a text in order; a contraction with `not` is two (`isn't` is `is` and `not`). */
export function compareTokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const key = isNumero(text, match) ? 'number' : keyOf(match[0]);
    const [start, end] = [match.index, match.index + match[0].length];
    const contraction = NEGATED.exec(key);
    const negated = contraction?.[1] ?? contraction?.[2];
    if (negated === undefined) return [token(key, start, end)];
    const cut = key === 'cannot' ? start + 3 : end - 3;
    return [token(FULL_VERBS[negated] ?? negated, start, cut), token('not', cut, end)];
  });
}

// "No. 8" counts and does not deny.
const isNumero = (text: string, match: RegExpExecArray) =>
  /^no$/i.test(match[0]) && /^\.\s?\d/.test(text.slice(match.index + 2, match.index + 5));

const NEGATED =
  /^(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|ca|wo|sha|ai)n't$|^(can)not$/;
const FULL_VERBS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

function token(key: string, start: number, end: number): Token {
  const stem = termOf(key.replace(/'s?$/, ''));
  return { key, stem, weight: isFunctionWord(key) ? FUNCTION_WEIGHT : 1, start, end };
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
