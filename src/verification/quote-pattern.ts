import { GAP, type PatternPart } from './align.ts';
import { compareTokens, type Token } from './compare-tokens.ts';

// What an editor may do to a quotation without changing it: leave words out, explain in brackets.
const EDITED =
  /\[\s{0,2}(?:…|\.{3})\s{0,2}\]|\(\s{0,2}(?:…|\.{3})\s{0,2}\)|…|\.(?:\s?\.){2,3}|\[[^\]\n]{1,120}\]/gu;
const LETTER_IN_BRACKETS = /\[(\p{L})\](?=\p{L})/gu;

/**
 * A quotation as a pattern to look for: its words, with a gap where an ellipsis or a bracketed
 * insertion stands. `[T]he` counts as `The`. Offsets of the tokens count in `quotation`.
 */
export function quotePattern(quotation: string): PatternPart[] {
  // Same length, so that offsets stay: "[T]he" is read as " T he" would be, hence joined below.
  const parts: PatternPart[] = [];
  const cuts = editedSpans(quotation);
  let from = 0;
  for (const cut of [...cuts, { start: quotation.length, end: quotation.length }]) {
    parts.push(...tokensBetween(quotation, from, cut.start));
    if (cut.end > cut.start) parts.push(GAP);
    from = cut.end;
  }
  return trimGaps(parts);
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

function editedSpans(text: string): Cut[] {
  const letters = new Set([...text.matchAll(LETTER_IN_BRACKETS)].map((match) => match.index));
  return [...text.matchAll(EDITED)]
    .filter((match) => !letters.has(match.index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

// "[T]he": the bracket is taken out, and offsets past it are moved back to the text's own.
function tokensBetween(text: string, from: number, to: number): Token[] {
  const part = text.slice(from, to);
  const moved: number[] = [];
  let plain = '';
  for (let at = 0; at < part.length; at++) {
    if (/^\[\p{L}\]\p{L}/u.test(part.slice(at, at + 4))) {
      plain += part[at + 1];
      moved.push(at + 1);
      at += 2;
    } else {
      plain += part[at];
      moved.push(at);
    }
  }
  moved.push(part.length);
  return compareTokens(plain).map((token) => ({
    ...token,
    start: from + (moved[token.start] ?? token.start),
    end: from + (moved[token.end - 1] ?? token.end - 1) + 1,
  }));
}

// At its ends a gap says nothing, and two in a row no more than one.
function trimGaps(parts: readonly PatternPart[]): PatternPart[] {
  const joined = parts.filter((part, index) => part !== GAP || parts[index - 1] !== GAP);
  const first = joined.findIndex((part) => part !== GAP);
  const last = joined.findLastIndex((part) => part !== GAP);
  return joined.slice(Math.max(first, 0), last + 1);
}

/** The words of a pattern, without its gaps. */
export function patternTokens(pattern: readonly PatternPart[]): Token[] {
  return pattern.filter((part): part is Token => part !== GAP);
}
