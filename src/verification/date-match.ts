import type { DateInterval } from '../text/calendar.ts';
import type { DateMention } from '../text/dates.ts';
import type { TimeMention } from '../text/times.ts';
import type { Comparison } from './number-match.ts';

/**
 * Compares two dates by what both fix: year, month, day, weekday, or the days they cover. `agree` also
 * where one is merely coarser ("in May" and "on 3 May"). With `sameThing` the caller knows that they
 * date one event, and two that share nothing, such as "last month" and "last week", then differ.
 */
export function compareDates(
  draft: DateMention,
  source: DateMention,
  options: { readonly sameThing?: boolean } = {},
): Comparison {
  const parts = compareParts(draft, source);
  if (parts !== null) return parts;
  if (draft.relative !== null && source.relative !== null)
    return compareRelative(draft, source, options.sameThing === true);
  if (draft.interval !== null && source.interval !== null)
    return overlap(draft.interval, source.interval) ? 'agree' : 'differ';
  return 'unrelated';
}

function compareParts(a: DateMention, b: DateMention): Comparison | null {
  const keys = ['year', 'month', 'day', 'weekday'] as const;
  const shared = keys.filter((key) => a.parts[key] !== null && b.parts[key] !== null);
  if (shared.length === 0) return null;
  const equal = shared.every((key) => (key === 'day' ? sameDays(a, b) : a.parts[key] === b.parts[key]));
  return equal ? 'agree' : 'differ';
}

// "On 4 May" lies within "3–5 May"; of two ranges both ends count.
function sameDays({ parts: a }: DateMention, { parts: b }: DateMention): boolean {
  if (a.day === null || b.day === null) return true;
  if (a.lastDay !== undefined && b.lastDay !== undefined) return a.day === b.day && a.lastDay === b.lastDay;
  return a.day <= (b.lastDay ?? b.day) && b.day <= (a.lastDay ?? a.day);
}

// Without a day to count from, the same words mean the same and other words may not.
function compareRelative(a: DateMention, b: DateMention, sameThing: boolean): Comparison {
  if (a.interval !== null && b.interval !== null) return overlap(a.interval, b.interval) ? 'agree' : 'differ';
  if (a.relative?.unit === b.relative?.unit)
    return a.relative?.amount === b.relative?.amount ? 'agree' : 'differ';
  return sameThing ? 'differ' : 'unrelated';
}

const overlap = (a: DateInterval, b: DateInterval) => a.from <= b.to && b.from <= a.to;

/** Compares two times of day by the minute. */
export function compareTimes(draft: TimeMention, source: TimeMention): Comparison {
  return draft.minutes === source.minutes ? 'agree' : 'differ';
}
