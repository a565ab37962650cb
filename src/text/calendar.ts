/** Days from 1 to 7, Monday first, as ISO 8601 counts them. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** 1 to 12 for a month's name or its abbreviation, with or without a full stop; else null. */
export function monthNumber(name: string): number | null {
  const folded = name.toLowerCase().replace('.', '');
  const index = MONTH_NAMES.findIndex(
    (month) =>
      month === folded ||
      (folded.length >= 3 && month.slice(0, folded.length) === folded && folded.length <= 4),
  );
  return index === -1 ? null : index + 1;
}

/** 1 (Monday) to 7 for a weekday's name or abbreviation, else null. */
export function weekdayNumber(name: string): number | null {
  const folded = name.toLowerCase().replace('.', '');
  const index = WEEKDAYS.findIndex((day) => folded.length >= 3 && day.startsWith(folded));
  return index === -1 ? null : index + 1;
}

/** Both ends are ISO 8601 dates and belong to it. */
export interface DateInterval {
  readonly from: string;
  readonly to: string;
}

/** A calendar day; arithmetic is UTC, so that no time zone can move it. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `2026-05-03`. */
export function isoDay({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day of an ISO 8601 date or date-time; null where it is not one. */
export function parseIsoDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(day) ? day : null;
}

/** True for a day that the calendar has. */
export function isRealDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 28 to 31; `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `days` later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(new Date(Date.UTC(day.year, day.month - 1, day.day + days)));
}

/** The month `months` later, as its first day. */
export function addMonths(day: Day, months: number): Day {
  return fromUtc(new Date(Date.UTC(day.year, day.month - 1 + months, 1)));
}

/** 1 (Monday) to 7. */
export function weekdayOf(day: Day): number {
  const sundayFirst = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

/** One day as an interval. */
export function dayInterval(day: Day): DateInterval {
  return { from: isoDay(day), to: isoDay(day) };
}

/** A whole month as an interval. */
export function monthInterval(year: number, month: number): DateInterval {
  return {
    from: isoDay({ year, month, day: 1 }),
    to: isoDay({ year, month, day: daysInMonth(year, month) }),
  };
}

/** Whole years, both ends included. */
export function yearInterval(from: number, to: number = from): DateInterval {
  return { from: isoDay({ year: from, month: 1, day: 1 }), to: isoDay({ year: to, month: 12, day: 31 }) };
}

function fromUtc(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
