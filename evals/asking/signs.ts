import type { AnswerFeatureName } from '../../src/answering/feature-names.ts';

/** Which way a measure may count: more of it speaks for an answer, against one, or either. */
export type Sign = 1 | -1 | 0;

const AGAINST: ReadonlySet<string> = new Set<AnswerFeatureName>([
  'worstMiss',
  'detailMiss',
  'whoMissing',
  'dateMissing',
  'countMissing',
  'amountMissing',
  'causeMissing',
  'isQuestion',
  'isShort',
  'softMiss',
  'nounMissing',
  'askedDetails',
]);

const EITHER: ReadonlySet<string> = new Set<AnswerFeatureName>(['valued', 'length', 'opensWithPronoun']);

/**
 * The sign that a weight must have. What holds everywhere is not left to a few thousand questions:
 * unbound, measures that go together take signs that only fit how the negatives were made.
 */
export function signOf(name: AnswerFeatureName): Sign {
  if (EITHER.has(name)) return 0;
  return AGAINST.has(name) ? -1 : 1;
}
