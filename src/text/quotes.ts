import type { Span } from '../domain/span.ts';
import { type QuotationSpan, quotationSpans } from './quote-marks.ts';
import { speakers } from './quote-speakers.ts';
import type { Speaker } from './speaker-candidates.ts';
import { words } from './tokens.ts';

/** A direct quotation; the span includes its marks, `inner` is what was said. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** `text === source.slice(inner.start, inner.end)`. */
  readonly text: string;
  /** Who is said to have said it; null where the text does not tell. */
  readonly speaker: Speaker | null;
  /**
   * True for one to three words that nobody is said to have said, and for one or two that stand inside
   * somebody's sentence as a name or a doubtful word: `Varga said the so-called "reset" failed`.
   */
  readonly isScare: boolean;
}

const SCARE_MAX_WORDS = 3;

/**
 * The direct quotations of a text in order, never overlapping: typographic, straight, German and
 * angled marks, and single marks where no others enclose them. A mark without a partner opens
 * nothing; a quotation over several paragraphs is one per paragraph. Each part of an interrupted
 * quotation stands alone, with the same speaker. Linear in the text's length.
 */
export function quotations(text: string): Quotation[] {
  const spans = quotationSpans(text);
  const who = speakers(text, spans);
  return spans.map((span, index) => {
    const { start, end } = span.inner;
    const said = text.slice(start, end);
    const speaker = who[index] ?? null;
    const isShort = words(said).length <= SCARE_MAX_WORDS && !/[,.!?…]$/u.test(said);
    return { ...span, text: said, speaker, isScare: isShort && (speaker === null || isAside(text, span)) };
  });
}

const ASIDE_MAX_WORDS = 2;

// What follows the marks goes on with the sentence, in which the words are the subject or a noun's attribute.
const GOES_ON =
  /^\s(?!(?:for|of|in|on|at|to|and|but|that|when|after|as|by|with|from|because|while|since|over|about|during|before|if)(?!\p{L}))\p{Ll}/u;

function isAside(text: string, { start, end, inner }: QuotationSpan): boolean {
  if (words(text.slice(inner.start, inner.end)).length > ASIDE_MAX_WORDS) return false;
  return (
    /so-called\s$/u.test(text.slice(Math.max(0, start - 12), start)) ||
    GOES_ON.test(text.slice(end, end + 12))
  );
}
