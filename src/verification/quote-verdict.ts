import { citeOf } from '../domain/document.ts';
import type { QuoteClaim } from './claims.ts';
import { type Judgement, judgement } from './judgement.ts';
import type { QuoteOccurrence } from './occurrence.ts';
import { changeReasons, type DraftText, reasonWithoutSource, speakerReason } from './reasons.ts';

/** Verbatim → supported; altered, or said by someone else → contradicted; not found → unsupported. */
export function judgeQuote(
  claim: QuoteClaim,
  found: readonly QuoteOccurrence[],
  draft: DraftText,
): Judgement {
  const ranked = found.toSorted((a, b) => quoteRank(b) - quoteRank(a));
  const best = ranked[0];
  if (best === undefined) {
    const words = 'No article of the archive has this quotation.';
    return judgement(
      'unsupported',
      0.05,
      [reasonWithoutSource('quote-not-found', words, { claim, draft })],
      [],
    );
  }
  const isThis = (one: QuoteOccurrence) => one.match.isVerbatim && !isAnothers(one);
  const cites = (isThis(best) ? ranked.filter(isThis) : [best]).map(({ document, match }) =>
    citeOf(document, match.span),
  );
  if (isThis(best)) return judgement('supported', 0.99, [], cites);
  const altered = best.match.isVerbatim ? [] : changeReasons(claim, best, draft);
  const misattributed = isAnothers(best) ? [speakerReason(claim, best, draft)] : [];
  return judgement('contradicted', 0.02, [...altered, ...misattributed], cites);
}

const isAnothers = ({ attribution }: QuoteOccurrence) =>
  attribution === 'different' || attribution === 'not-named';

// Word for word before nearly so; among equals the draft's own speaker first and another one last, and
// what is quoted before what an article says itself.
function quoteRank({ match, attribution, isQuoted }: QuoteOccurrence): number {
  const speaker = { same: 0.02, unknown: 0, 'not-named': -0.01, different: -0.02 }[attribution];
  return (match.isVerbatim ? 1 : 0) + match.similarity + speaker + (isQuoted ? 0.01 : 0);
}
