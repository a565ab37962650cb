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
  /** True where the sentence around it is nearly the draft's own. */
  readonly sameSentence: boolean;
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
  const speaker = enclosing(speech.quotations, match.span)?.speaker ?? null;
  const attribution = compareSpeakers(draft, { speaker, names: speech.names });
  const sameSentence =
    sentence !== null && sentence.similarity >= SAME_SENTENCE && spansOverlap(sentence.span, match.span);
  return { document, match, speaker, attribution, sameSentence };
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

/** Likeness of an altered quotation to its source, by length. */
const ALTERED_LONG = 0.6;
const ALTERED_SHORT = 0.65;

/** …and where the speaker or the sentence around it is the same. */
const ALTERED_IN_PLACE = 0.4;

/** Likeness of two sentences that are one but for what was altered. */
const SAME_SENTENCE = 0.6;

/**
 * True when a match is the quotation, verbatim or altered, and not another one on the subject. A
 * fragment of two or three words can only be told by who says it and where.
 */
export function isThisQuotation(
  { match, attribution, speaker, sameSentence }: QuoteOccurrence,
  pattern: readonly PatternPart[],
): boolean {
  if (match.isVerbatim) return true;
  const length = pattern.filter((part) => part !== GAP).length;
  if (length >= LONG_WORDS && match.similarity >= ALTERED_LONG) return true;
  if (length >= SHORT_WORDS && match.similarity >= ALTERED_SHORT) return true;
  const inPlace = sameSentence || (speaker !== null && attribution === 'same');
  return length >= 2 && inPlace && match.similarity >= ALTERED_IN_PLACE;
}
