import { citeOf } from '../domain/document.ts';
import type { NoClaim, StatementClaim } from './claims.ts';
import { type Judgement, judgement } from './judgement.ts';
import type { Reading } from './reading.ts';
import {
  type DraftText,
  disagreementReasons,
  findingReasons,
  missingReason,
  reasonWithoutSource,
} from './reasons.ts';

/** Likeness above which two sentences are one but for a few words. */
const NEAR = 0.75;

/** Share of a claim's words that a sentence and its neighbours hold when they say it in other words. */
const NEARLY_ALL = 0.9;

/** …and the sentence alone. */
const MOST = 0.6;

/** Share from which an article at least speaks of the matter. */
const RELATED = 0.5;

/**
 * The verdict on a statement from its readings against the likeliest sentences, by rules alone. Said in
 * the same, nearly the same or, with every fact in place, in other words → supported. The same sentence
 * with another number, date, name or a turned meaning, and none that bears the claim out → contradicted.
 * The matter without all its details → partially supported. Anything else → unsupported.
 */
export function judgeStatement(
  claim: StatementClaim,
  readings: readonly Reading[],
  draft: DraftText,
): Judgement {
  const likeness = (reading: Reading) => reading.similarity + reading.contextCoverage;
  const ranked = readings.toSorted((a, b) => likeness(b) - likeness(a));
  const opposing = ranked.find(contradicts);
  const supporting = ranked.filter((reading) => bearsOut(reading) && !isOutweighed(reading, opposing));
  const best = supporting[0];
  if (best !== undefined) {
    const reasons =
      opposing === undefined || isSameArticle(opposing, best)
        ? []
        : disagreementReasons(claim, opposing, draft);
    return judgement('supported', supportScore(best), reasons, supporting.map(citeReading));
  }
  if (opposing !== undefined)
    return judgement('contradicted', 0.03, findingReasons(claim, opposing, draft), [citeReading(opposing)]);
  const nearest = ranked.toSorted((a, b) => b.contextCoverage - a.contextCoverage)[0];
  if (nearest !== undefined && nearest.contextCoverage >= RELATED) {
    return judgement(
      'partially-supported',
      0.49 * nearest.contextCoverage,
      [missingReason(claim, nearest, draft)],
      [citeReading(nearest)],
    );
  }
  const words = 'No article of the archive bears this out.';
  return judgement('unsupported', 0.05, [reasonWithoutSource('no-evidence', words, { claim, draft })], []);
}

/** By rules alone: the sentence says the claim, in the same words or with every fact in place. */
export function bearsOut({
  similarity,
  coverage,
  contextCoverage,
  findings,
  missing,
  negationDiffers,
}: Reading): boolean {
  if (similarity > 0.999) return true;
  if (findings.length > 0 || negationDiffers || missing.some(({ isFact }) => isFact)) return false;
  if (similarity >= NEAR && contextCoverage >= NEAR) return true;
  return contextCoverage >= NEARLY_ALL && coverage >= MOST;
}

/** By rules alone: a fact differs at the same place or in the same relation, and the rest is much the same. */
export function contradicts({ findings, coverage, similarity }: Reading): boolean {
  const enough = findings.some(({ isRelated }) => isRelated) ? RELATED : MOST;
  return findings.length > 0 && (coverage >= enough || similarity >= NEAR);
}

/** The very sentence, with a fact changed, says more than its neighbour that has the same words. */
export const isOutweighed = (reading: Reading, opposing: Reading | undefined) =>
  opposing !== undefined &&
  isSameArticle(reading, opposing) &&
  opposing.similarity >= NEAR &&
  opposing.similarity > reading.similarity;

const isSameArticle = (a: Reading, b: Reading) => a.sentence.document.id === b.sentence.document.id;
const citeReading = ({ sentence }: Reading) => citeOf(sentence.document, sentence.span);

// 0.99 word for word; 0.6 at the least that still counts as support.
const supportScore = ({ similarity, contextCoverage }: Reading) =>
  similarity > 0.999 ? 0.99 : 0.6 + 0.35 * Math.max(similarity, contextCoverage * 0.8);

/** A question, an opinion or an instruction: nothing to hold against a source. */
export function judgeNoClaim(claim: NoClaim, draft: DraftText): Judgement {
  return judgement('not-checked', 0, [reasonWithoutSource('not-a-claim', claim.why, { claim, draft })], []);
}
