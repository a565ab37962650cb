import type { Span } from '../domain/span.ts';

export interface CutOptions {
  readonly countTokens: (text: string) => number;
  /** At least 1. */
  readonly maxTokens: number;
}

export interface CountedSpan extends Span {
  readonly tokens: number;
}

// A token has some four characters of English and one of Chinese; a text with more than this many a
// token is not worth counting whole.
export const MAX_CHARS_PER_TOKEN = 12;
const CLAUSE_END = /[;:,—–)、，；：]\s*$/;

/**
 * A sentence as one piece where it fits, else cut into pieces that do: after a clause mark in the last
 * third of what fits, else between words, else inside a word. Pieces are in order and hold all but white
 * space.
 */
export function cutSentence(sentence: string, options: CutOptions): CountedSpan[] {
  const maxChars = options.maxTokens * MAX_CHARS_PER_TOKEN;
  if (sentence.length <= maxChars) {
    const tokens = options.countTokens(sentence);
    if (tokens <= options.maxTokens) return [{ start: 0, end: sentence.length, tokens }];
  }
  const pieces: CountedSpan[] = [];
  for (let start = 0; start < sentence.length; ) {
    const piece = pieceFrom(sentence, start, options);
    pieces.push(piece);
    start = piece.end;
    while (start < sentence.length && /\s/.test(sentence.charAt(start))) start++;
  }
  return pieces;
}

/** The longest piece from `start` that fits, cut back to a good place. */
function pieceFrom(sentence: string, start: number, { countTokens, maxTokens }: CutOptions): CountedSpan {
  const reach = start + maxTokens * MAX_CHARS_PER_TOKEN;
  let end = start;
  let tokens = 0;
  let clauseEnd: { readonly end: number; readonly tokens: number } | null = null;
  for (const word of wordsFrom(sentence, start, reach)) {
    const more = countTokens(word.text);
    if (tokens + more > maxTokens) break;
    tokens += more;
    end = word.end;
    if (CLAUSE_END.test(word.text) && tokens > maxTokens * (2 / 3)) clauseEnd = { end, tokens };
  }
  if (end === start) return partOfWord(sentence, start, { countTokens, maxTokens });
  const isRest = sentence.slice(end).trim() === '';
  return !isRest && clauseEnd !== null ? { start, ...clauseEnd } : { start, end, tokens };
}

/** Words that end by `reach`; one more character is looked at, to tell whether the last word ends there. */
function* wordsFrom(text: string, start: number, reach: number): Iterable<{ text: string; end: number }> {
  for (const match of text.slice(start, reach + 1).matchAll(/\S+/g)) {
    const end = start + match.index + match[0].length;
    if (end > reach) return;
    yield { text: match[0], end };
  }
}

/** As much of one long word as fits, by halving; never half of a surrogate pair, never nothing. */
function partOfWord(sentence: string, start: number, { countTokens, maxTokens }: CutOptions): CountedSpan {
  let length = Math.min(sentence.length - start, maxTokens * MAX_CHARS_PER_TOKEN);
  const space = sentence.slice(start, start + length).search(/\s/);
  if (space > 0) length = space;
  for (;;) {
    const end = start + wholeCharacters(sentence, start, length);
    const tokens = countTokens(sentence.slice(start, end));
    if (tokens <= maxTokens || length <= 2) return { start, end, tokens };
    length = Math.floor(length / 2);
  }
}

function wholeCharacters(text: string, start: number, length: number): number {
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(start + length - 1));
  return isHalf ? length + 1 : length;
}
