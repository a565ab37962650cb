import type { Span } from '../domain/span.ts';
import { type Quotation, quotations } from '../text/quotes.ts';
import type { QuoteClaim } from './claims.ts';
import type { Token } from './compare-tokens.ts';
import { contentTokens, type Facts, factsOf } from './statement.ts';

/** A claim read once, for every source that it is held against. Offsets count in `text`. */
export interface ClaimText extends Span {
  readonly kind: 'statement';
  readonly text: string;
  readonly facts: Facts;
  /** The words that carry what it says beside its figures and dates. */
  readonly content: readonly Token[];
  /** Its direct quotations, which a source must have word for word. */
  readonly quotes: readonly QuoteClaim[];
}

/** Reads a claim. `publishedAt`: the day that its "yesterday" counts from, where known. */
export function readClaim(text: string, publishedAt: string | null): ClaimText {
  const facts = factsOf(text, publishedAt);
  const whole = { start: 0, end: text.length };
  const quotes = quotations(text)
    .filter(({ isScare }) => !isScare)
    .map((quotation) => quoteOf(quotation, whole));
  return { kind: 'statement', ...whole, text, facts, content: contentTokens(facts), quotes };
}

function quoteOf(quotation: Quotation, sentence: Span): QuoteClaim {
  return { ...quotation.inner, text: quotation.text, kind: 'quote', quotation, sentence };
}
