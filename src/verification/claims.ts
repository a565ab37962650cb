import { type Span, shiftSpan, spanContains, spansOverlap } from '../domain/span.ts';
import { references } from '../text/antecedents.ts';
import { dates } from '../text/dates.ts';
import { isSpeechVerb } from '../text/name-words.ts';
import { type NameMention, names } from '../text/names.ts';
import { numbers } from '../text/numbers.ts';
import { type Quotation, quotations } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import { clausesOf } from './clauses.ts';
import { contentWords, whyNotAClaim } from './no-claim.ts';
import { type FilledIn, fillIn, type Read } from './read-as.ts';
import { tellings } from './told-whom.ts';

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
 * that says something of its own, headlines, list items and captions among them; a long sentence may be
 * several, a clause each. A sentence that only attributes a quotation is no statement; words in quotation
 * marks that nobody is said to have said belong to their sentence. The draft is not altered.
 */
export function draftClaims(draft: string): DraftClaim[] {
  const lines = sentences(draft);
  const quoted = quotations(draft).filter((quotation) => !quotation.isScare);
  const quotes = quoteClaims(quoted, lines);
  const overlapping = overlaps(lines, quoted);
  const site: DraftSite = { draft, names: names(draft), quoted };
  const statements = lines.flatMap((line, index) => {
    const closed = overlapping[index] ?? [];
    const span = trimMarks(draft, line);
    return clausesOf(draft, span, closed).flatMap((clause) => statementClaim(site, clause, closed));
  });
  // A sentence comes before the quotation that it opens with.
  return [...statements, ...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
}

interface DraftSite {
  readonly draft: string;
  readonly names: readonly NameMention[];
  readonly quoted: readonly Quotation[];
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

// List marks, heading marks and what says that a caption follows are not part of what it says.
const MARKS =
  /^(?:(?:[•◦▪‣·*#>–—-]{1,6}\s{1,4}(?:\[[ xX]\]\s)?|\(?(?:\d{1,3}|[a-z])[.)]\s{1,4})|(?:Photo|Picture|Image|Caption|Graphic|Video|Chart|Fig\.|Figure \d{1,3})\s?:\s(?=\S+\s\S+\s\S+\s))/u;

function trimMarks(draft: string, span: Span): Span {
  const mark = MARKS.exec(draft.slice(span.start, Math.min(span.end, span.start + 120)));
  return mark === null ? span : { start: span.start + mark[0].length, end: span.end };
}

function statementClaim(
  site: DraftSite,
  span: Span,
  closed: readonly Quotation[],
): (StatementClaim | NoClaim)[] {
  const { draft } = site;
  const quoted = closed.filter((quotation) => spansOverlap(quotation, span));
  if (span.end <= span.start || quoted.some((quotation) => spanContains(quotation, span))) return [];
  const text = draft.slice(span.start, span.end);
  if (quoted.length > 0 && !saysMoreThanWhoSpoke(draft, span, quoted)) return [];
  const endsInQuotation = quoted.some(({ start, end }) => start > span.start && end >= span.end - 1);
  const why = whyNotAClaim(text, endsInQuotation);
  if (why !== null) return [{ ...span, text, readAs: text, filledIn: [], kind: 'not-a-claim', why }];
  const filledIn = references({ ...site, text: draft, claim: span }).map(
    (one): FilledIn => ({ at: shiftSpan({ start: one.start, end: one.end }, -span.start), words: one.words }),
  );
  const asserts = fillIn(blankOut(draft, span, quoted), filledIn);
  return [{ ...span, text, readAs: fillIn(text, filledIn), filledIn, kind: 'statement', asserts }];
}

// Outside the marks, without its speaker and those whom he or she told it, a sentence with this many content words says something itself.
const OWN_WORDS = 3;

function saysMoreThanWhoSpoke(draft: string, span: Span, quoted: readonly Quotation[]): boolean {
  const parts = quoted.flatMap((one) => (one.speaker === null ? [one] : [one, one.speaker]));
  const unspoken = blankOut(draft, span, parts);
  const outside = blankOut(unspoken, { start: 0, end: unspoken.length }, tellings(unspoken));
  if (numbers(outside).length > 0 || dates(outside).length > 0) return true;
  return contentWords(outside).filter((word) => !isSpeechVerb(word.norm)).length >= OWN_WORDS;
}

function blankOut(draft: string, span: Span, parts: readonly Span[]): string {
  const units = draft.slice(span.start, span.end).split('');
  for (const part of parts)
    units.fill(' ', Math.max(0, part.start - span.start), Math.max(0, part.end - span.start));
  return units.join('');
}
