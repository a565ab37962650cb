import { type Cite, citeOf, type Document } from '../domain/document.ts';
import { type Span, shiftSpan, sliceSpan } from '../domain/span.ts';
import type { Reason, ReasonCode } from '../domain/verdict.ts';
import type { DraftClaim, QuoteClaim } from './claims.ts';
import type { QuoteOccurrence } from './occurrence.ts';
import { draftSpanOf } from './read-as.ts';
import type { Reading } from './reading.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** More changed places than this are a rewritten text; a reader wants the first ones. */
const MAX_NAMED = 5;

/** The draft, in which all draft spans count. */
export type DraftText = string;

/** `draft: “mostly”; source: “primarily” (Title, 3 May 2026)`, one for each changed place. */
export function changeReasons(
  claim: QuoteClaim,
  { match, document }: QuoteOccurrence,
  draft: DraftText,
): Reason[] {
  return match.changes
    .slice(0, MAX_NAMED)
    .map(({ quote, source }) =>
      difference('quote-altered', { draft, at: shiftSpan(quote, claim.start), document, source }),
    );
}

/**
 * `draft: said by X; source: said by Y (Title, 3 May 2026)`, or that the source does not name X where
 * it tells nothing nearer.
 */
export function speakerReason(
  claim: QuoteClaim,
  { document, speaker, match, attribution }: QuoteOccurrence,
  draft: DraftText,
): Reason {
  const ours: Span = claim.quotation.speaker ?? claim;
  const source = citeOf(document, speaker ?? match.span);
  const theirs = speaker?.name ?? speaker?.text ?? null;
  const us = claim.quotation.speaker?.name ?? sliceSpan(draft, ours);
  const said = theirs === null ? 'another, or nobody named' : `said by ${theirs}`;
  const absent = attribution === 'not-named' ? `, and ${us} is not named there` : '';
  const words = `draft: said by ${us}; source: ${said}${absent} (${sourceName(source)})`;
  return { code: 'quote-misattributed', words, draft: marked(draft, ours), source };
}

/** The source has the words, or nearly, but as its own report of what was said. */
export function reportedReason(
  claim: QuoteClaim,
  { document, match }: QuoteOccurrence,
  draft: DraftText,
): Reason {
  const source = citeOf(document, match.span);
  const words = `draft: as a quotation; source: in its own words, not in quotation marks (${sourceName(source)})`;
  return { code: 'quote-altered', words, draft: marked(draft, claim), source };
}

/** `draft: 54 aircraft; source: 45 aircraft (Title, 3 May 2026)`, one for each fact that differs. */
export function findingReasons(
  claim: DraftClaim,
  { findings, sentence }: Pick<Reading, 'findings' | 'sentence'>,
  draft: DraftText,
): Reason[] {
  const { document, span } = sentence;
  return findings.slice(0, MAX_NAMED).map((finding) =>
    difference(finding.code, {
      draft,
      at: draftSpanOf(claim, finding.draft),
      document,
      source: shiftSpan(finding.source, span.start),
    }),
  );
}

/** Another article gives another value for what the claim says. */
export function disagreementReasons(claim: DraftClaim, reading: Reading, draft: DraftText): Reason[] {
  return findingReasons(claim, reading, draft).map((reason) => ({
    ...reason,
    code: 'sources-disagree',
    words: reason.words.replace('; source: ', '; another source: '),
  }));
}

/** A part of the claim for which the nearest sentence has something else, or nothing. */
export function unlikeReason(
  claim: DraftClaim,
  { sentence }: Reading,
  { code, at }: { readonly code: ReasonCode; readonly at: Span },
): Reason {
  const source = citeOf(sentence.document, sentence.span);
  const words = `draft: ${said(sliceSpan(claim.readAs, at))}; not so in the source (${sourceName(source)})`;
  return { code, words, draft: marked(claim.text, draftSpanOf(claim, at)), source };
}

/** A language model reads the sentence as saying otherwise; both are named in full, since it names no place. */
export function opposedReason(
  claim: DraftClaim,
  { sentence: { document, span } }: Reading,
  { code, at }: { readonly code: ReasonCode; readonly at: Span },
): Reason {
  const place = { draft: claim.text, at: draftSpanOf(claim, at), document, source: span };
  const reason = difference(code, place);
  return { ...reason, words: `${reason.words}, as a language model reads them` };
}

/** The words of the claim that the nearest article does not have. */
export function missingReason(claim: DraftClaim, reading: Reading, draft: DraftText): Reason {
  const { sentence, missing } = reading;
  const cite = citeOf(sentence.document, sentence.span);
  const named = missing.slice(0, MAX_NAMED).map((span) => said(sliceSpan(claim.readAs, span)));
  const words =
    named.length === 0
      ? `The source says it only in part (${sourceName(cite)}).`
      : `Not in the source: ${named.join(', ')} (${sourceName(cite)}).`;
  const first = missing[0];
  const at = first === undefined ? claim : draftSpanOf(claim, first);
  return { code: 'missing-detail', words, draft: marked(draft, at), source: cite };
}

/** A reason about the whole claim that points at no source. */
export function reasonWithoutSource(
  code: ReasonCode,
  words: string,
  { claim, draft }: { readonly claim: Span; readonly draft: DraftText },
): Reason {
  return { code, words, draft: marked(draft, claim), source: null };
}

/** `Title, 3 May 2026`, or the title alone where the date is not known. */
export function sourceName({ title, publishedAt }: Cite): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '');
  if (match === null) return title;
  return `${title}, ${Number(match[3])} ${MONTHS[Number(match[2]) - 1] ?? ''} ${match[1]}`;
}

interface Difference {
  readonly draft: DraftText;
  readonly at: Span;
  readonly document: Document;
  readonly source: Span;
}

function difference(code: ReasonCode, { draft, at, document, source }: Difference): Reason {
  const cite = citeOf(document, source);
  const words = `draft: ${said(sliceSpan(draft, at))}; source: ${said(cite.quote)} (${sourceName(cite)})`;
  return { code, words, draft: marked(draft, at), source: cite };
}

const marked = (draft: DraftText, { start, end }: Span) => ({ start, end, text: draft.slice(start, end) });
const said = (words: string) => (words === '' ? '(nothing)' : words.replace(/\s+/gu, ' '));
