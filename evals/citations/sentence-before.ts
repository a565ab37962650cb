import { sliceSpan } from '../../src/domain/span.ts';
import { sentences } from '../../src/text/sentences.ts';

/** The sentence that ends before `at`; null for the first. */
export function sentenceBefore(text: string, at: number): string | null {
  const span = sentences(text).findLast(({ end }) => end <= at);
  return span === undefined ? null : sliceSpan(text, span);
}
