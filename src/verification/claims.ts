import { type Span, spanContains, spansOverlap } from '../domain/span.ts';
import { dates } from '../text/dates.ts';
import { isSpeechVerb } from '../text/name-words.ts';
import { numbers } from '../text/numbers.ts';
import { type Quotation, quotations } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import { isFunctionWord, type Word, words } from '../text/tokens.ts';
import type { Read } from './read-as.ts';

/**
 * `text === draft.slice(start, end)`. `readAs` is what it is searched and judged by: the claim with its
 * antecedents filled in, `text` where nothing is resolved; `draftSpanOf` leads back to the draft.
 */
type ClaimBase = Read;

/** What was said, without its marks. */
export interface QuoteClaim extends ClaimBase {
  readonly kind: 'quote';
  readonly quotation: Quotation;
  /** The sentence around it: its other words help to find the source. */
  readonly sentence: Span;
}

export interface StatementClaim extends ClaimBase {
  readonly kind: 'statement';
  /**
   * `readAs` with spaces in place of direct quotations, which are claims of their own: what the sentence
   * itself is to be judged by. As long as `readAs`, so that offsets count in both.
   */
  readonly asserts: string;
}

/** A sentence that says nothing that a source could bear out. */
export interface NoClaim extends ClaimBase {
  readonly kind: 'not-a-claim';
  /** A plain sentence. */
  readonly why: string;
}

export type DraftClaim = QuoteClaim | StatementClaim | NoClaim;

/**
 * The checkable claims of a draft, in order of their starts: each direct quotation, and each sentence
 * that says something of its own. A sentence that only attributes a quotation is no statement; words in
 * quotation marks that nobody is said to have said belong to their sentence. The draft is not altered.
 */
export function draftClaims(draft: string): DraftClaim[] {
  const lines = sentences(draft);
  const quoted = quotations(draft).filter((quotation) => !quotation.isScare);
  const quotes = quoteClaims(quoted, lines);
  const overlapping = overlaps(lines, quoted);
  const statements = lines.flatMap((span, index) =>
    statementClaim(draft, trimMarks(draft, span), overlapping[index] ?? []),
  );
  // A sentence comes before the quotation that it opens with.
  return [...statements, ...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
}

function quoteClaims(quoted: readonly Quotation[], lines: readonly Span[]): QuoteClaim[] {
  let line = 0;
  return quoted.map((quotation) => {
    const { inner } = quotation;
    while ((lines[line]?.end ?? Number.POSITIVE_INFINITY) <= inner.start) line++;
    return {
      ...inner,
      text: quotation.text,
      readAs: quotation.text,
      filledIn: [],
      kind: 'quote',
      quotation,
      sentence: lines[line] ?? inner,
    };
  });
}

// Both lists are in order and do not overlap themselves: one pass finds who touches whom.
function overlaps(lines: readonly Span[], quoted: readonly Quotation[]): Quotation[][] {
  let first = 0;
  return lines.map((span) => {
    while ((quoted[first]?.end ?? Number.POSITIVE_INFINITY) <= span.start) first++;
    const found: Quotation[] = [];
    for (let index = first; (quoted[index]?.start ?? Number.POSITIVE_INFINITY) < span.end; index++) {
      const quotation = quoted[index];
      if (quotation !== undefined && spansOverlap(quotation, span)) found.push(quotation);
    }
    return found;
  });
}

// List marks, heading marks and dashes before a sentence are not part of what it says.
function trimMarks(draft: string, span: Span): Span {
  const mark = /^(?:[•◦▪‣·*#>–—-]{1,6}\s{1,4}|\(?\d{1,3}[.)]\s{1,4})/u.exec(
    draft.slice(span.start, Math.min(span.end, span.start + 12)),
  );
  return mark === null ? span : { start: span.start + mark[0].length, end: span.end };
}

function statementClaim(
  draft: string,
  span: Span,
  quoted: readonly Quotation[],
): (StatementClaim | NoClaim)[] {
  if (span.end <= span.start || quoted.some((quotation) => spanContains(quotation, span))) return [];
  const text = draft.slice(span.start, span.end);
  const base = { ...span, text, readAs: text, filledIn: [] };
  if (quoted.length > 0 && !saysMoreThanWhoSpoke(draft, span, quoted)) return [];
  const why = whyNotAClaim(
    text,
    quoted.some((quotation) => quotation.start > span.start && quotation.end >= span.end - 1),
  );
  const asserts = blankOut(draft, span, quoted);
  return [why === null ? { ...base, kind: 'statement', asserts } : { ...base, kind: 'not-a-claim', why }];
}

// Outside the marks and without its speaker, a sentence with this many content words says something itself.
const OWN_WORDS = 3;

function saysMoreThanWhoSpoke(draft: string, span: Span, quoted: readonly Quotation[]): boolean {
  const parts = quoted.flatMap((one) => (one.speaker === null ? [one] : [one, one.speaker]));
  const outside = blankOut(draft, span, parts);
  if (numbers(outside).length > 0 || dates(outside).length > 0) return true;
  return contentWords(outside).filter((word) => !isSpeechVerb(word.norm)).length >= OWN_WORDS;
}

function blankOut(draft: string, span: Span, parts: readonly Span[]): string {
  const units = draft.slice(span.start, span.end).split('');
  for (const part of parts)
    units.fill(' ', Math.max(0, part.start - span.start), Math.max(0, part.end - span.start));
  return units.join('');
}

const contentWords = (text: string): Word[] => words(text).filter((word) => !isFunctionWord(word.norm));

const IMPERATIVES = new Set(
  (
    'click read subscribe share follow sign watch listen download join contact see note imagine consider remember ask call visit ' +
    'scroll leave enter check register log donate support try let please'
  ).split(' '),
);
// Only what opens the sentence makes the whole of it an opinion.
const OPINION =
  /^(?:(?:and|but|so|yet|still),?\s)?(?:I (?:think|believe|feel|hope|doubt|wonder|suspect)|in my (?:view|opinion)|we (?:must|should|ought)|it is (?:time|high time))(?!\p{L})/iu;

// The longest sentences of news have a tenth of it; more is a table, or a text without stops.
const MAX_STATEMENT_CHARS = 5_000;

// A sentence that ends in somebody's question is none itself.
function whyNotAClaim(text: string, endsInQuotation: boolean): string | null {
  if (text.length > MAX_STATEMENT_CHARS) return 'It is too long for one sentence.';
  const list = words(text);
  if (!list.some((word) => /\p{L}/u.test(word.text))) return 'It has no words.';
  if (!endsInQuotation && /\?["'”’»)\]]*$/u.test(text)) return 'It is a question.';
  if (contentWords(text).length === 0) return 'It names nothing that a source could bear out.';
  if (isImperative(text, list)) return 'It tells the reader to do something.';
  return OPINION.test(text) ? 'It gives an opinion.' : null;
}

// "Read more" and "Please note"; "Support for the bill grew" goes on with a preposition.
function isImperative(text: string, list: readonly Word[]): boolean {
  const [first, second] = list;
  if (first === undefined || !IMPERATIVES.has(first.norm) || !/^\p{Lu}/u.test(text)) return false;
  return (
    first.norm === 'please' ||
    first.norm === 'let' ||
    /^(?:more|the|a|an|this|that|our|us|your|here|all|also|now|it|to|up|on|what|how|why|also|below|above)$/.test(
      second?.norm ?? 'now',
    )
  );
}
