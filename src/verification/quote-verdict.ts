import { citeOf } from '../domain/document.ts';
import { words } from '../text/tokens.ts';
import type { QuoteClaim } from './claims.ts';
import { type Judgement, judgement } from './judgement.ts';
import type { QuoteOccurrence } from './occurrence.ts';
import {
  changeReasons,
  type DraftText,
  reasonWithoutSource,
  reportedReason,
  speakerReason,
} from './reasons.ts';

/**
 * Verbatim → supported; altered, or said by someone else → contradicted; not found → unsupported. Words
 * that the source has, but reports as its own and puts in nobody's mouth, are borne out only in part.
 */
export function judgeQuote(
  claim: QuoteClaim,
  found: readonly QuoteOccurrence[],
  draft: DraftText,
): Judgement {
  const ranked = found
    .filter((one) => !isBrief(claim) || one.attribution !== 'not-named')
    .toSorted((a, b) => quoteRank(b) - quoteRank(a));
  const best = ranked[0];
  if (best === undefined) return notFound(claim, draft);
  const isOwn = isReported(claim, best);
  if (best.match.isVerbatim && !isAnothers(best) && !isOwn) {
    const same = ranked.filter((one) => one.match.isVerbatim && !isAnothers(one) && !isReported(claim, one));
    return judgement('supported', 0.99, [], same.map(citeMatch));
  }
  const altered = best.match.isVerbatim ? [] : changeReasons(claim, best, draft);
  const misattributed = isAnothers(best) ? [speakerReason(claim, best, draft)] : [];
  const reported = isOwn ? [reportedReason(claim, best, draft)] : [];
  const reasons = [...altered, ...misattributed, ...reported];
  const isOnlyReported = reasons.length === reported.length;
  return isOnlyReported
    ? judgement('partially-supported', 0.4, reasons, [citeMatch(best)])
    : judgement('contradicted', 0.02, reasons, [citeMatch(best)]);
}

function notFound(claim: QuoteClaim, draft: DraftText): Judgement {
  const words =
    'No article of the archive has this quotation, verbatim or altered; a translation cannot be found by its words.';
  return judgement(
    'unsupported',
    0.05,
    [reasonWithoutSource('quote-not-found', words, { claim, draft })],
    [],
  );
}

const citeMatch = ({ document, match }: QuoteOccurrence) => citeOf(document, match.span);

const isAnothers = ({ attribution }: QuoteOccurrence) =>
  attribution === 'different' || attribution === 'not-named';

// Everybody says "comprehensive": an article that never names the speaker tells nothing by so few words.
const BRIEF_WORDS = 2;
const isBrief = ({ text }: QuoteClaim) => words(text).length <= BRIEF_WORDS;

// A report or a paper may be quoted by its own words; a person is quoted by what stands in marks.
const isReported = ({ quotation: { speaker } }: QuoteClaim, { isQuoted }: QuoteOccurrence) =>
  !isQuoted && speaker !== null && (speaker.kind !== 'role' || !WRITTEN.test(speaker.text));

const WRITTEN = /\b(?:report|statement|source|sources|article|story|letter|study|document)$/iu;

// Word for word before nearly so, what is quoted before what an article says itself; among equals the
// draft's own speaker first. Another speaker whom an article names outweighs one of whom it tells nothing.
const BY_SPEAKER = { same: 0.02, different: 0.01, unknown: 0, 'not-named': -0.01 } as const;

function quoteRank({ match, attribution, isQuoted }: QuoteOccurrence): number {
  return (match.isVerbatim ? 1 : 0) + match.similarity + BY_SPEAKER[attribution] + (isQuoted ? 0.05 : 0);
}
