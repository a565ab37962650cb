import type { CheckEvent, CheckedClaim, CheckReport } from '../../src/domain/check.ts';
import type { Cite } from '../../src/domain/document.ts';
import { VERDICTS, type Verdict } from '../../src/domain/verdict.ts';

/** The events of a check that found these claims. */
export function eventsOf(
  text: string,
  claims: readonly CheckedClaim[],
  ownCopies: CheckReport['ownCopies'] = [],
): readonly CheckEvent[] {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const [a, b, c, d, e] = VERDICTS;
  const summary = { [a]: count(a), [b]: count(b), [c]: count(c), [d]: count(d), [e]: count(e) };
  // Its keys are the five verdicts, each named by the line above.
  const report = { text, summary: summary as CheckReport['summary'], claims, ownCopies };
  return [
    { type: 'check-started', text, claimCount: claims.length },
    ...claims.map((claim, index) => ({ type: 'claim-checked' as const, index, claim })),
    { type: 'check-finished', report },
  ];
}

/** Every sentence of the text (up to a full stop) as a claim, with verdicts in turn and this evidence. */
export function claimsOf(text: string, evidence: readonly Cite[]): readonly CheckedClaim[] {
  return [...text.matchAll(/[^.\s][^.]*\./g)].map((match, n): CheckedClaim => {
    const words = match[0];
    const span = { start: match.index, end: match.index + words.length, text: words };
    const verdict = VERDICTS[n % VERDICTS.length] ?? 'supported';
    const [source = null] = evidence;
    const reason = {
      code: 'missing-detail' as const,
      words: `Not in the source: ${words}`,
      draft: span,
      source,
    };
    const reasons = verdict === 'supported' ? [] : [reason];
    return { ...span, kind: 'statement', verdict, score: 0.5, reasons, evidence, independentSources: 2 };
  });
}
