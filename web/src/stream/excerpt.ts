import type { Cite } from '../../../src/domain/document.ts';
import type { Span } from '../../../src/domain/span.ts';

/** A stretch of an article as it read when an answer cited it. */
export interface Excerpt {
  readonly documentId: string;
  /** Where the stretch begins in the article's text of that day, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

/** The cited words inside an excerpt, as a span of its text; null where it does not hold them. */
export function spanWithin(excerpt: Excerpt, cite: Cite): Span | null {
  const span = { start: cite.start - excerpt.start, end: cite.end - excerpt.start };
  const holds = excerpt.documentId === cite.documentId && span.start >= 0;
  return holds && excerpt.text.slice(span.start, span.end) === cite.quote ? span : null;
}
