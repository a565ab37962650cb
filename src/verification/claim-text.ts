import type { Span } from '../domain/span.ts';
import { quotations } from '../text/quotes.ts';
import type { QuoteClaim, StatementClaim } from './claims.ts';
import type { Token } from './compare-tokens.ts';
import { contentTokens, type Facts, factsOf } from './statement.ts';

/** A claim read once, for every source that it is held against. All offsets count in `statement.text`. */
export interface ClaimText {
  readonly statement: StatementClaim;
  readonly facts: Facts;
  /** The words that carry what it says beside its figures and dates. */
  readonly content: readonly Token[];
  /** Its direct quotations, which a source must have word for word. */
  readonly quotes: readonly QuoteClaim[];
}

/** Reads a claim. `publishedAt`: the day that its "yesterday" counts from, ISO 8601, where known. */
export function readClaim(text: string, publishedAt: string | null): ClaimText {
  const facts = factsOf(text, publishedAt);
  const base = { start: 0, end: text.length, text, readAs: text, filledIn: [] };
  return {
    statement: { ...base, kind: 'statement', asserts: text },
    facts,
    content: contentTokens(facts),
    quotes: quotesIn(text),
  };
}

function quotesIn(text: string): QuoteClaim[] {
  return quotations(text)
    .filter(({ isScare, speaker, inner }) => !isScare && (speaker !== null || !isWhole(inner, text)))
    .map((quotation) => ({
      ...quotation.inner,
      text: quotation.text,
      readAs: quotation.text,
      filledIn: [],
      kind: 'quote',
      quotation,
      sentence: { start: 0, end: text.length },
    }));
}

// A claim set in marks as a whole quotes nobody; its marks are those of whoever handed it on.
const WHOLE = 0.8;
const isWhole = ({ start, end }: Span, text: string) => end - start >= WHOLE * text.length;
