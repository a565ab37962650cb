import type { ConflictTopic } from '../domain/answer.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { singular } from '../text/number-units.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import type { Reading } from './reading.ts';

/** One thing for which two sentences give different values. */
export interface Rivals {
  /** What the value is of: the noun counted, else `date` or the like. */
  readonly about: string;
  /** Each as its sentence has it: `54 people`, `3 May`. */
  readonly ours: string;
  readonly theirs: string;
  readonly topic: ConflictTopic;
}

/**
 * Least share of the shorter sentence's words, figures aside, that the other must hold for both to be
 * one statement; and of the longer one's, so that a scrap is not taken for it.
 */
const SAME_STATEMENT = 0.6;
const LEAST_OF_LONGER = 0.4;
const LEAST_SHARED = 4;
/** …from which a bare figure, such as an age, needs no noun to be the same one's. */
const NEAR_EQUAL = 0.85;
/** …and where only a date differs: of two events told in one form most words are the same. */
const SAME_BUT_DATE = 0.7;

/**
 * What two sentences say differently where they say the same thing in much the same words: another
 * number of the same thing or unit, or another date. Null where they agree, speak of different things
 * or of different days.
 */
export function rivalValues(ours: Reading, theirs: Reading): Rivals | null {
  const shared = sharedWording(ours, theirs);
  if (shared < SAME_STATEMENT) return null;
  const isSameThing = shared >= NEAR_EQUAL ? standsForAnother : isOfSameThing;
  const figures = rivalNumbers(numbers(ours.text), numbers(theirs.text), isSameThing);
  const [before, after] = [dates(ours.text), dates(theirs.text)];
  const days = rivalDates(before, after);
  if (figures !== null) return haveCommonDay(before, after) ? inWords(figures, ours, theirs) : null;
  if (days === null || shared < SAME_BUT_DATE) return null;
  return { about: 'date', ours: days.ours.text, theirs: days.theirs.text, topic: 'date' };
}

/** Share of the shorter one's words that both have; 0 where they are too few or the longer has many more. */
function sharedWording(a: Reading, b: Reading): number {
  const [left, right] = [wordsOnly(a), wordsOnly(b)];
  const shared = left.intersection(right).size;
  const [least, most] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  if (shared < LEAST_SHARED || shared < LEAST_OF_LONGER * most) return 0;
  return shared / least;
}

const wordsOnly = ({ terms }: Reading) => new Set([...terms].filter((term) => !/^\p{N}/u.test(term)));

interface Pair<T> {
  readonly ours: T;
  readonly theirs: T;
}

type Comparison = (a: NumberMention, b: NumberMention) => boolean;

/** The one figure that each has and the other lacks, if they are figures of the same thing. */
function rivalNumbers(
  ours: readonly NumberMention[],
  theirs: readonly NumberMention[],
  isSameThing: Comparison,
): Pair<NumberMention> | null {
  const isFound = (one: NumberMention, others: readonly NumberMention[]) =>
    others.some(
      (other) =>
        (one.low === other.low && one.high === other.high) ||
        (isSameThing(one, other) && valuesAgree(one, other)),
    );
  const lacking = (list: readonly NumberMention[], others: readonly NumberMention[]) =>
    list.filter((one) => isCompared(one) && !isFound(one, others));
  const [left, right] = [lacking(ours, theirs), lacking(theirs, ours)];
  for (const one of left) {
    const rivals = right.filter((other) => isSameThing(one, other));
    const [rival] = rivals;
    // With several to choose from nobody can tell which stands for which.
    const isOnly = rivals.length === 1 && left.filter((other) => isSameThing(one, other)).length === 1;
    if (rival !== undefined && isOnly) return { ours: one, theirs: rival };
  }
  return null;
}

const isCompared = ({ kind, bound }: NumberMention) =>
  kind !== 'ordinal' && kind !== 'label' && bound !== 'vague';

/** True for two numbers of one kind and unit, or counts of one noun. */
function isOfSameThing(a: NumberMention, b: NumberMention): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit) return false;
  if (a.unit !== null || a.kind === 'score') return true;
  return a.noun !== null && b.noun !== null && singular(a.noun) === singular(b.noun);
}

// In a sentence that is the same but for a figure, a figure without a noun stands where the other stood.
function standsForAnother(a: NumberMention, b: NumberMention): boolean {
  if (isOfSameThing(a, b)) return true;
  return a.kind === b.kind && a.unit === b.unit && a.noun === null && b.noun === null;
}

// "about 300" is no other figure than 310, nor "more than 27 billion" than 27.7.
const HEDGED_SHARE = 0.1;
const LEAST_DIGITS = 2;

/** True for equal values, a value inside a range, a hedged one nearby, and a rounding of two digits or more. */
export function valuesAgree(a: NumberMention, b: NumberMention): boolean {
  // The two figures of a score are no range.
  if (a.kind === 'score' || b.kind === 'score') return a.low === b.low && a.high === b.high;
  if (a.low <= b.high && b.low <= a.high) return true;
  const [low, high] = a.low < b.low ? [a, b] : [b, a];
  const isHedged = a.bound !== 'exact' || b.bound !== 'exact';
  if (isHedged && high.low - low.high <= HEDGED_SHARE * Math.abs(high.low)) return true;
  return isRounding(a.low, b.low) || isRounding(b.low, a.low);
}

function isRounding(coarse: number, fine: number): boolean {
  const digits = significantDigits(coarse);
  return (
    digits >= LEAST_DIGITS && digits < significantDigits(fine) && Number(fine.toPrecision(digits)) === coarse
  );
}

function significantDigits(value: number): number {
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '').length;
}

/** The one date that each has and the other lacks, told with the same parts. */
function rivalDates(ours: readonly DateMention[], theirs: readonly DateMention[]): Pair<DateMention> | null {
  const lacking = (list: readonly DateMention[], others: readonly DateMention[]) =>
    list.filter((one) => others.every((other) => !datesAgree(one, other)));
  const [left, right] = [lacking(ours, theirs), lacking(theirs, ours)];
  const [one, other] = [left[0], right[0]];
  if (left.length !== 1 || right.length !== 1 || one === undefined || other === undefined) return null;
  return shapeOf(one) === shapeOf(other) && shapeOf(one) !== '' ? { ours: one, theirs: other } : null;
}

const PARTS = ['year', 'month', 'day', 'weekday'] as const;
const shapeOf = ({ parts }: DateMention) => PARTS.filter((part) => parts[part] !== null).join();

/** True where no part that both give differs, and they share one. */
export function datesAgree(a: DateMention, b: DateMention): boolean {
  const both = PARTS.filter((part) => a.parts[part] !== null && b.parts[part] !== null);
  return both.length > 0 && both.every((part) => a.parts[part] === b.parts[part]);
}

// Figures of two days, or of two years, are figures of two things.
function haveCommonDay(ours: readonly DateMention[], theirs: readonly DateMention[]): boolean {
  const told = (list: readonly DateMention[]) => list.filter((one) => shapeOf(one) !== '');
  const [left, right] = [told(ours), told(theirs)];
  if (left.length === 0 || right.length === 0) return true;
  const isComparable = left.some((one) => right.some((other) => shapeOf(one) === shapeOf(other)));
  return !isComparable || left.some((one) => right.some((other) => datesAgree(one, other)));
}

/** A number with what it counts, as its text has it. */
export function phraseOf(text: string, { phrase: { start, end } }: NumberMention): string {
  return text.slice(start, end);
}

function inWords({ ours, theirs }: Pair<NumberMention>, a: Reading, b: Reading): Rivals {
  const counted = a.text.slice(ours.end, ours.phrase.end).trim();
  const about = counted !== '' ? counted : ours.kind === 'money' ? 'amount' : 'figure';
  return { about, ours: phraseOf(a.text, ours), theirs: phraseOf(b.text, theirs), topic: 'figure' };
}
