import type { Span } from '../domain/span.ts';
import { quotations } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import type { QuoteClaim, StatementClaim } from './claims.ts';
import type { Token } from './compare-tokens.ts';
import { contentTokens, type Facts, factsOf } from './statement.ts';

/** A claim read once, for every source that it is held against. All offsets count in `statement.text`. */
export interface ClaimText {
  readonly statement: StatementClaim;
  readonly facts: Facts;
  /** The words that carry what it says beside its figures and dates. */
  readonly content: readonly Token[];
  /** Its sentences, which a source may bear out in different places; mostly one. */
  readonly parts: readonly ClaimPart[];
  /** Its direct quotations, which a source must have word for word. */
  readonly quotes: readonly QuoteClaim[];
}

/** One sentence of a claim; offsets of its facts count in its own text, `start` in the claim. */
export interface ClaimPart extends Span {
  readonly text: string;
  readonly facts: Facts;
  readonly content: readonly Token[];
}

/** Reads a claim. `publishedAt`: the day that its "yesterday" counts from, ISO 8601, where known. */
export function readClaim(text: string, publishedAt: string | null): ClaimText {
  const facts = factsOf(text, publishedAt);
  const base = { start: 0, end: text.length, text, readAs: text, filledIn: [] };
  return {
    statement: { ...base, kind: 'statement', asserts: text },
    facts,
    content: contentTokens(facts),
    parts: partsOf(text, publishedAt),
    quotes: quotesIn(text),
  };
}

/** Sentences that are asked about one by one; what follows goes with the last. */
const MAX_PARTS = 12;

function partsOf(text: string, publishedAt: string | null): ClaimPart[] {
  const spans = sentences(text);
  const [own, rest] = [spans.slice(0, MAX_PARTS - 1), spans.slice(MAX_PARTS - 1)];
  const [first, last] = [rest[0], rest.at(-1)];
  const parts =
    first === undefined || last === undefined ? own : [...own, { start: first.start, end: last.end }];
  return parts.map((span) => {
    const part = text.slice(span.start, span.end);
    const facts = factsOf(part, publishedAt);
    return { ...span, text: part, facts, content: contentTokens(facts) };
  });
}

function quotesIn(text: string): QuoteClaim[] {
  return quotations(text)
    .filter(({ isScare }) => !isScare)
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
