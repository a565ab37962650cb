import type { Span } from '../domain/span.ts';
import { monthNumber, parseIsoDay } from './calendar.ts';
import {
  readCentury,
  readDay,
  readHalfYear,
  readMonth,
  readMonthAlone,
  readMonthDay,
  readNumeric,
  readQuarter,
  readYear,
  readYearRange,
  readYears,
} from './date-absolute.ts';
import { type DateMention, num, type Reading, type Site } from './date-mention.ts';
import { DATE_PATTERNS, type DatePattern } from './date-patterns.ts';
import { readAgo, readDayWord, readWeekday, readWhich } from './date-relative.ts';
import { partOfMonth } from './part-of-month.ts';

export type { DateMention };

const READERS: Readonly<Record<DatePattern, (site: Site) => Reading | null>> = {
  iso: ({ groups }) => readDay(groups, num(groups['month']), null),
  dayMonth: ({ groups, reference }) => readDay(groups, monthNumber(groups['month'] ?? ''), reference),
  monthDay: readMonthDay,
  monthYear: ({ groups }) => readMonth(monthNumber(groups['month'] ?? ''), num(groups['year']), null),
  monthAlone: readMonthAlone,
  numeric: readNumeric,
  quarter: readQuarter,
  halfYear: readHalfYear,
  decade: ({ groups }) => readYears('decade', num(groups['decade']), 9),
  shortDecade: ({ groups }) => readYears('decade', 1900 + (num(groups['decade']) ?? 0), 9),
  century: readCentury,
  yearRange: readYearRange,
  year: readYear,
  weekday: readWeekday,
  day: readDayWord,
  which: readWhich,
  ago: readAgo,
};

/**
 * The dates that a text names, in order, never overlapping. `reference` (ISO 8601 date or date-time,
 * the day of writing) resolves relative dates and dates without a year: those to the nearest such
 * day, weekdays to the last one up to the reference, as news uses them. Linear in the text's length.
 */
export function dates(text: string, options: { readonly reference?: string | null } = {}): DateMention[] {
  const reference = parseIsoDay(options.reference ?? '');
  const found: DateMention[] = [];
  for (const [name, pattern] of Object.entries(DATE_PATTERNS)) {
    // `Object.entries` widens the key; the table's own keys are what it lists.
    const read = READERS[name as DatePattern];
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const reading = read({ text, start: match.index, end, groups: match.groups ?? {}, reference });
      if (reading !== null) found.push(mentionOf(text, { start: match.index, end }, reading));
    }
  }
  return withoutOverlaps(found);
}

// "Early May" is a stretch of May.
function mentionOf(text: string, { start, end }: Span, reading: Reading): DateMention {
  const part = reading.precision === 'month' ? partOfMonth(text, start) : null;
  const parts = { ...reading.parts, ...part?.days };
  const from = part?.start ?? start;
  return { ...reading, parts, start: from, end, text: text.slice(from, end) };
}

function withoutOverlaps(found: DateMention[]): DateMention[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMention[] = [];
  for (const mention of found) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}
