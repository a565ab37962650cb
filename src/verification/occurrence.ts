import type { Document } from '../domain/document.ts';
import { type Span, spansOverlap } from '../domain/span.ts';
import { type NameMention, names } from '../text/names.ts';
import type { Speaker } from '../text/quote-speakers.ts';
import { type Quotation, quotations } from '../text/quotes.ts';
import { GAP, type PatternPart } from './align.ts';
import { type Attributed, type Attribution, compareSpeakers } from './attribution.ts';
import type { QuoteMatch } from './quote-match.ts';

/** A place of the archive where a quotation stands, or nearly. */
export interface QuoteOccurrence {
  readonly document: Document;
  readonly match: QuoteMatch;
  /** Who says it there; null where the article does not tell, or it is not in quotation marks. */
  readonly speaker: Speaker | null;
  readonly attribution: Attribution;
}

/** What is read of an article once, however many quotations are looked for in it. */
export interface SourceSpeech {
  readonly quotations: readonly Quotation[];
  readonly names: readonly NameMention[];
}

export function speechOf(text: string): SourceSpeech {
  return { quotations: quotations(text), names: names(text) };
}

/** The occurrence at a match: who speaks there, and whether that is whom the draft names. */
export function occurrenceAt(
  match: QuoteMatch,
  {
    document,
    speech,
    draft,
  }: { readonly document: Document; readonly speech: SourceSpeech; readonly draft: Attributed },
): QuoteOccurrence {
  const speaker = enclosing(speech.quotations, match.span)?.speaker ?? null;
  const attribution = compareSpeakers(draft, { speaker, names: speech.names });
  return { document, match, speaker, attribution };
}

// The quotation that shares most with the span: an altered one may reach a word past the marks.
function enclosing(list: readonly Quotation[], span: Span): Quotation | null {
  const shared = (one: Quotation) =>
    Math.min(one.inner.end, span.end) - Math.max(one.inner.start, span.start);
  const touching = list.filter((one) => spansOverlap(one.inner, span)).sort((a, b) => shared(b) - shared(a));
  const best = touching[0];
  return best !== undefined && shared(best) * 2 > span.end - span.start ? best : null;
}

/** Words in a quotation from which likeness alone makes two the same. */
const LONG_WORDS = 8;
const SHORT_WORDS = 4;

/** Likeness of an altered quotation to its source. */
const ALTERED_LONG = 0.6;
const ALTERED_SHORT = 0.65;
const ALTERED_FRAGMENT = 0.4;

/**
 * True when a match is the quotation, verbatim or altered, and not another one on the subject. A
 * fragment of two or three words can only be told by who says it.
 */
export function isThisQuotation(
  { match, attribution, speaker }: QuoteOccurrence,
  pattern: readonly PatternPart[],
): boolean {
  if (match.isVerbatim) return true;
  const length = pattern.filter((part) => part !== GAP).length;
  if (length >= LONG_WORDS) return match.similarity >= ALTERED_LONG;
  if (length >= SHORT_WORDS) return match.similarity >= ALTERED_SHORT;
  return length >= 2 && match.similarity >= ALTERED_FRAGMENT && speaker !== null && attribution === 'same';
}
