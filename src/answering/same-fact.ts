import { dates } from '../text/dates.ts';
import { numbers } from '../text/numbers.ts';
import type { Reading } from './reading.ts';

/**
 * Share of the shorter sentence's terms that the other must hold for both to tell one fact. Retold
 * sentences of the sample corpus share 0.6 and more; different facts of one article up to 0.5.
 */
const SAME_FACT = 0.6;
const LEAST_TERMS = 4;

/** True when two sentences tell one fact with the same figures and dates. */
export function tellSameFact(a: Reading, b: Reading): boolean {
  return shareOfTerms(a, b) >= SAME_FACT && !figuresDiffer(a.text, b.text);
}

/** Share of the terms of the sentence that has fewer which stand in the other, 0 to 1. */
export function shareOfTerms(a: Reading, b: Reading): number {
  const [short, long] = a.terms.size <= b.terms.size ? [a, b] : [b, a];
  if (short.terms.size < LEAST_TERMS) return a.text === b.text ? 1 : 0;
  return short.terms.intersection(long.terms).size / short.terms.size;
}

/** True where each gives a figure or date that the other does not. */
export function figuresDiffer(a: string, b: string): boolean {
  const [left, right] = [figures(a), figures(b)];
  return left.size > 0 && right.size > 0 && !left.isSubsetOf(right) && !right.isSubsetOf(left);
}

function figures(text: string): Set<string> {
  const counted = numbers(text).map((number) => `${number.low} ${number.high} ${number.unit ?? ''}`);
  const dated = dates(text).map(({ parts }) => `${parts.year} ${parts.month} ${parts.day} ${parts.weekday}`);
  return new Set([...counted, ...dated]);
}
