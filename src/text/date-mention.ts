import type { Span } from '../domain/span.ts';
import type { DateInterval, Day } from './calendar.ts';

export type DatePrecision =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'decade'
  | 'century';

/** What the words themselves fix; null where they do not. `weekday` 1 (Monday) to 7. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  /** Of a range of days (`3–5 May`), whose first is `day`; absent for one day. */
  readonly lastDay?: number;
}

/** A distance from the day of writing: `last month` is `{ unit: 'month', amount: -1 }`. */
export interface RelativeDate {
  readonly unit: 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
  readonly amount: number;
}

/** A date as a text names it: `text === source.slice(start, end)`. */
export interface DateMention extends Span {
  readonly text: string;
  readonly precision: DatePrecision;
  readonly parts: DateParts;
  readonly relative: RelativeDate | null;
  /** The days that it covers; null where a reference date is needed and none was given. */
  readonly interval: DateInterval | null;
}

/** Named groups of a date pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;
/** A date without its place. */
export type Reading = Omit<DateMention, 'start' | 'end' | 'text'>;
/** A match with what stands around it. */
export interface Site {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  readonly reference: Day | null;
}

/** Parts of a date that fixes none of them. */
export const NO_PARTS: DateParts = { year: null, month: null, day: null, weekday: null };

/** The whole number of a group, null where it did not match. */
export const num = (group: string | undefined): number | null =>
  group === undefined ? null : Number.parseInt(group, 10);

/** The word right before a place, in lower case; empty where there is none. */
export function wordBefore(text: string, start: number): string {
  return /(\p{L}+)[\s-]{0,3}$/u.exec(text.slice(Math.max(0, start - 16), start))?.[1]?.toLowerCase() ?? '';
}
