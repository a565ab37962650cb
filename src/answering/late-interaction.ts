import type { TokenEmbeddings } from '../ports/embedder.ts';
import { isFunctionWord } from '../text/tokens.ts';

/** Tokens of a text with a row of unit length for each. */
export type TokenRows = Pick<TokenEmbeddings, 'tokens' | 'rows'>;

/**
 * For each token of the question the largest cosine with any token of the text, 0 to 1: the late
 * interaction of ColBERT (Khattab and Zaharia, 2020), on vectors that were not trained for it. It finds
 * `landed` in `touched down`, which shared letters never do.
 */
export function maxSimilarities(asked: TokenRows, text: TokenRows): number[] {
  const { length } = asked.tokens;
  const width = length === 0 ? 0 : asked.rows.length / length;
  return asked.tokens.map((_, token) => {
    let most = 0;
    for (let start = 0; start < text.rows.length; start += width) {
      most = Math.max(most, dot(asked.rows, token * width, { rows: text.rows, start, width }));
    }
    return most;
  });
}

function dot(
  a: Float32Array,
  from: number,
  b: { readonly rows: Float32Array; readonly start: number; readonly width: number },
): number {
  const { rows, start, width } = b;
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (a[from + at] ?? 0) * (rows[start + at] ?? 0);
  return sum;
}

/** Token by token the larger; what several texts hold together. */
export function mostOf(all: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = all;
  return first.map((value, token) => Math.max(value, ...others.map((other) => other[token] ?? 0)));
}

// Later pieces of a word repeat in their context what the first one says.
const CONTINUATION_SHARE = 0.1;

/** What each token of the question counts: the rarity of its word, 0 to 1; 0 for grammar and marks. */
export function weighTokens({ tokens }: TokenRows, rarity: (norm: string) => number): number[] {
  const found = wordsOf(tokens);
  return tokens.map(({ isContinuation }, token) => {
    const word = found[token] ?? '';
    if (isFunctionWord(word) || !/[\p{L}\p{N}]/u.test(word)) return 0;
    return rarity(word) * (isContinuation ? CONTINUATION_SHARE : 1);
  });
}

/** For each token whether it is a part of the word; all false for null. `norm` as `words` gives it. */
export function tokensOfWord({ tokens }: TokenRows, norm: string | null): boolean[] {
  return wordsOf(tokens).map((word) => word === norm);
}

/** The whole word that each token belongs to. */
function wordsOf(tokens: TokenRows['tokens']): string[] {
  const whole: string[] = [];
  const wordAt = tokens.map(({ text, isContinuation }) => {
    whole.push(isContinuation ? (whole.pop() ?? '') + text : text);
    return whole.length - 1;
  });
  return wordAt.map((at) => whole[at] ?? '');
}
