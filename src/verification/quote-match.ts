import { type Span, shiftSpan } from '../domain/span.ts';
import { align, type Change, GAP, type PatternPart } from './align.ts';
import { compareTokens, type Token } from './compare-tokens.ts';

/** A place where a quotation and a source differ; an empty span where one has nothing. */
export interface ChangedWords {
  /** Counts in the quotation. */
  readonly quote: Span;
  /** Counts in the source. */
  readonly source: Span;
}

export interface QuoteMatch {
  /** 1 exactly when it is verbatim. */
  readonly similarity: number;
  readonly isVerbatim: boolean;
  /** Where it stands in the source. */
  readonly span: Span;
  /** In order; empty when verbatim. */
  readonly changes: readonly ChangedWords[];
}

/**
 * Lays a quotation on its best place in a source text; `offset` is where that text starts in its
 * document. Case, quotation marks, dashes and white space say nothing; an ellipsis or a bracketed
 * insertion may stand for any words. Null where no word is shared.
 */
export function matchQuotation(
  pattern: readonly PatternPart[],
  source: { readonly text: string; readonly offset: number },
): QuoteMatch | null {
  const tokens = compareTokens(source.text);
  const exact = findExact(pattern, tokens);
  if (exact !== null) {
    const span = shiftSpan(tokenSpan(tokens, exact, exact + pattern.length), source.offset);
    return { similarity: 1, isVerbatim: true, span, changes: [] };
  }
  const alignment = align(pattern, tokens);
  if (alignment === null || alignment.from === alignment.to) return null;
  const isVerbatim = alignment.changes.length === 0;
  return {
    similarity: isVerbatim ? 1 : Math.min(alignment.similarity, 0.999),
    isVerbatim,
    span: shiftSpan(tokenSpan(tokens, alignment.from, alignment.to), source.offset),
    changes: alignment.changes.map((change) =>
      changedWords(change, { pattern, tokens, offset: source.offset }),
    ),
  };
}

// Index of the first token of an exact run; null for a pattern with gaps.
function findExact(pattern: readonly PatternPart[], tokens: readonly Token[]): number | null {
  const keys = pattern.map((part) => (part === GAP ? null : part.key));
  if (keys.includes(null)) return null;
  for (let from = 0; from + keys.length <= tokens.length; from++) {
    let length = 0;
    while (length < keys.length && tokens[from + length]?.key === keys[length]) length++;
    if (length === keys.length) return from;
  }
  return null;
}

function tokenSpan(tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]?.start ?? tokens.at(-1)?.end ?? 0;
  return { start, end: to > from ? (tokens[to - 1]?.end ?? start) : start };
}

interface Sides {
  readonly pattern: readonly PatternPart[];
  readonly tokens: readonly Token[];
  readonly offset: number;
}

function changedWords(change: Change, { pattern, tokens, offset }: Sides): ChangedWords {
  const quoted = pattern.filter((part): part is Token => part !== GAP);
  // Indexes of the pattern count its gaps; those of its words do not.
  const gapsBefore = (index: number) => pattern.slice(0, index).filter((part) => part === GAP).length;
  const [from, to] = [change.pattern[0], change.pattern[1]];
  return {
    quote: tokenSpan(quoted, from - gapsBefore(from), to - gapsBefore(to)),
    source: shiftSpan(tokenSpan(tokens, ...change.source), offset),
  };
}
