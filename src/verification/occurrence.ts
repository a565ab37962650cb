import type { Document } from '../domain/document.ts';
import { type Span, shiftSpan, spanContains, spansOverlap } from '../domain/span.ts';
import { type NameMention, names } from '../text/names.ts';
import { quotationSpans } from '../text/quote-marks.ts';
import { mayBeQuoted } from '../text/quote-nearby.ts';
import { type Quotation, quotations } from '../text/quotes.ts';
import type { Speaker } from '../text/speaker-candidates.ts';
import { GAP, type PatternPart } from './align.ts';
import { type Attributed, type Attribution, compareSpeakers, isNear, type Sourced } from './attribution.ts';
import type { QuoteMatch } from './quote-match.ts';

/** A place of the archive where a quotation stands, or nearly. */
export interface QuoteOccurrence {
  readonly document: Document;
  readonly match: QuoteMatch;
  /** Who says it there; null where the article does not tell, or it is not in quotation marks. */
  readonly speaker: Speaker | null;
  readonly attribution: Attribution;
  /** False where it stands in the article's own words: no quotation marks are anywhere near. */
  readonly isQuoted: boolean;
  /** True where the sentence around it is nearly the draft's own, or names the draft's speaker. */
  readonly isInPlace: boolean;
}

/** What is read of an article once, however many quotations are looked for in it. */
export interface SourceSpeech {
  readonly quotations: readonly Quotation[];
  readonly names: readonly NameMention[];
}

export function speechOf(text: string): SourceSpeech {
  return { quotations: quotations(text), names: names(text) };
}

interface Site {
  readonly document: Document;
  readonly speech: SourceSpeech;
  readonly draft: Attributed;
  /** Where the draft's whole sentence has its best place in the document; null where it has none. */
  readonly sentence: QuoteMatch | null;
}

/** The occurrence at a match: who speaks there, and whether that is whom the draft names. */
export function occurrenceAt(
  match: QuoteMatch,
  { document, speech, draft, sentence }: Site,
): QuoteOccurrence {
  const quotation = enclosing(speech.quotations, match.span);
  const isOuter = quotation === null || !isNested(quotation, match.span);
  const speaker = isOuter ? (quotation?.speaker ?? null) : null;
  const source = { speaker, names: speech.names, text: document.text, at: match.span };
  const attribution = compareSpeakers(draft, source);
  const sameSentence =
    sentence !== null && sentence.similarity >= SAME_SENTENCE && spansOverlap(sentence.span, match.span);
  const isInPlace = sameSentence || attribution === 'same' || isNamedNear(draft.speaker, source);
  const isQuoted = quotation !== null || mayBeQuoted(document.text, match.span);
  return { document, match, speaker, attribution, isQuoted, isInPlace };
}

// What somebody quotes of another is not his or her own.
function isNested({ inner, text }: Quotation, span: Span): boolean {
  return quotationSpans(text).some((one) => spanContains(shiftSpan(one, inner.start), span));
}

const isNamedNear = (speaker: Speaker | null, source: Sourced) =>
  speaker !== null && speaker.name !== null && isNear(speaker.name, source);

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

/** Likeness of an altered quotation to its source, by length. */
const ALTERED_LONG = 0.6;
const ALTERED_SHORT = 0.65;

/** …where the speaker or the sentence around it is the same. */
const ALTERED_IN_PLACE = 0.4;

/** …and where the source has it as its own words: much the same, or it is no quotation of it. */
const ALTERED_UNQUOTED = 0.85;

/** Likeness of two sentences that are one but for what was altered. */
const SAME_SENTENCE = 0.6;

/** False for a match that `isThisQuotation` would refuse whoever speaks there. */
export function mayBeQuotation({ similarity }: QuoteMatch): boolean {
  return similarity >= ALTERED_IN_PLACE;
}

/**
 * True when a match is the quotation, verbatim or altered, and not other words on the subject. A
 * fragment of two or three words can only be told by who says it and where.
 */
export function isThisQuotation(found: QuoteOccurrence, pattern: readonly PatternPart[]): boolean {
  const { match, isQuoted, isInPlace } = found;
  const length = pattern.filter((part) => part !== GAP).length;
  if (match.isVerbatim) return length >= SHORT_WORDS || isQuoted || isInPlace;
  if (length < 2) return false;
  if (isInPlace && match.similarity >= (isQuoted ? ALTERED_IN_PLACE : ALTERED_SHORT)) return true;
  if (length < SHORT_WORDS) return false;
  if (!isQuoted) return length >= LONG_WORDS && match.similarity >= ALTERED_UNQUOTED;
  return match.similarity >= (length >= LONG_WORDS ? ALTERED_LONG : ALTERED_SHORT);
}
