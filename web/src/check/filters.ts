import type { Verdict } from '../../../src/domain/verdict.ts';
import type { Finding } from './check-state.ts';
import { type Decisions, isToLookAt } from './review.ts';

/** Which findings are shown. */
export type Filter = 'all' | 'to-look-at' | Verdict;

/** The gravest first, as an editor wants them. */
export const FILTERS: readonly Filter[] = [
  'all',
  'to-look-at',
  'contradicted',
  'unsupported',
  'partially-supported',
  'supported',
  'not-checked',
];

export function matches(finding: Finding, filter: Filter, decisions: Decisions): boolean {
  if (filter === 'all') return true;
  return filter === 'to-look-at' ? isToLookAt(finding, decisions) : finding.claim.verdict === filter;
}

/** How many findings each filter shows. */
export function countsOf(
  findings: readonly Finding[],
  decisions: Decisions,
): Readonly<Record<Filter, number>> {
  const counts: Record<Filter, number> = {
    ...{ all: findings.length, 'to-look-at': 0, contradicted: 0, unsupported: 0 },
    ...{ 'partially-supported': 0, supported: 0, 'not-checked': 0 },
  };
  for (const finding of findings) {
    counts[finding.claim.verdict] += 1;
    if (isToLookAt(finding, decisions)) counts['to-look-at'] += 1;
  }
  return counts;
}
