import type { Span } from '../domain/span.ts';
import { align } from './align.ts';
import type { Token } from './compare-tokens.ts';

/** Half-open token ranges. */
export type TokenRange = readonly [from: number, to: number];

/** Where a few words of one sentence have their place in another that has other words there. */
export interface Place {
  /** The changed words that hold the ones asked for, and those that stand there instead; may be empty. */
  readonly ours: TokenRange;
  readonly theirs: TokenRange;
  /** How nearly the words around are the same, 0 to 1. */
  readonly likeness: number;
}

/** Words on either side that must be nearly the same for another value to be a change. */
const REACH = 6;

/** …and how nearly. */
const SAME_PLACE = 0.7;

/** Words around that are too few to tell a place by, weighed. */
const MIN_AROUND = 2;

/**
 * Lays the tokens of `range`, with the words around them, on another sentence. Null where the words
 * around are other words, or where the tokens themselves stand there unchanged.
 */
export function samePlace(range: TokenRange, ours: readonly Token[], theirs: readonly Token[]): Place | null {
  const from = Math.max(0, range[0] - REACH);
  const window = ours.slice(from, range[1] + REACH);
  const alignment = align(window, theirs);
  if (alignment === null) return null;
  const inside = (index: number) => index >= range[0] - from && index < range[1] - from;
  const around = weightOf(window.filter((_, index) => !inside(index)));
  // Another form of the same word is the same word here.
  const lost = alignment.changes.flatMap(({ pattern, source }) => {
    const stems = new Set(theirs.slice(...source).map(({ stem }) => stem));
    return indexes(pattern).filter((index) => !inside(index) && !stems.has(window[index]?.stem ?? ''));
  });
  const likeness = around === 0 ? 0 : 1 - weightOf(lost.flatMap((index) => window[index] ?? [])) / around;
  if (around < MIN_AROUND || likeness < SAME_PLACE) return null;
  const change = alignment.changes.find(({ pattern }) => indexes(pattern).some(inside));
  if (change === undefined) return null;
  return { ours: [change.pattern[0] + from, change.pattern[1] + from], theirs: change.source, likeness };
}

/** The tokens that a span of their text touches. */
export function rangeOf(span: Span, tokens: readonly Token[]): TokenRange {
  const first = tokens.findIndex(({ end }) => end > span.start);
  if (first === -1) return [tokens.length, tokens.length];
  const last = tokens.findLastIndex(({ start }) => start < span.end);
  return [first, Math.max(first, last + 1)];
}

/** The text that a range of tokens covers; where it is empty, the place between its neighbours. */
export function spanOf([from, to]: TokenRange, tokens: readonly Token[]): Span {
  const start = tokens[from]?.start ?? tokens.at(-1)?.end ?? 0;
  return { start, end: to > from ? (tokens[to - 1]?.end ?? start) : start };
}

const indexes = ([from, to]: TokenRange) => Array.from({ length: to - from }, (_, step) => from + step);
const weightOf = (tokens: readonly Token[]) => tokens.reduce((sum, { weight }) => sum + weight, 0);
