import type { Span } from '../domain/span.ts';
import {
  addDays,
  addMonths,
  type DateInterval,
  type Day,
  dayInterval,
  daysInMonth,
  isoDay,
  isRealDay,
  monthInterval,
  monthNumber,
  parseIsoDay,
  weekdayNumber,
  weekdayOf,
  yearInterval,
} from './calendar.ts';
import { centuryRank, DATE_PATTERNS, type DatePattern, smallCount } from './date-patterns.ts';

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

type Groups = Readonly<Record<string, string | undefined>>;
type Reading = Omit<DateMention, 'start' | 'end' | 'text'>;
interface Site {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  readonly reference: Day | null;
}

const NO_PARTS: DateParts = { year: null, month: null, day: null, weekday: null };
const num = (group: string | undefined): number | null =>
  group === undefined ? null : Number.parseInt(group, 10);

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
      if (reading !== null) found.push({ ...reading, start: match.index, end, text: match[0] });
    }
  }
  return withoutOverlaps(found);
}

function withoutOverlaps(found: DateMention[]): DateMention[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMention[] = [];
  for (const mention of found) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}

function readDay(groups: Groups, month: number | null, reference: Day | null): Reading | null {
  const day = num(groups['day']);
  const lastDay = num(groups['lastDay']);
  if (day === null || month === null) return null;
  const year = num(groups['year']);
  const parts = { year, month, day, weekday: weekdayNumber(groups['weekday'] ?? '') };
  const resolved = year === null ? nearestDay(month, day, reference) : { year, month, day };
  if (resolved === null)
    return day > daysInMonth(2000, month)
      ? null
      : { precision: 'day', parts, relative: null, interval: null };
  if (!isRealDay(resolved)) return null;
  const interval = {
    from: isoDay(resolved),
    to: isoDay({ ...resolved, day: Math.max(day, lastDay ?? day) }),
  };
  return {
    precision: 'day',
    parts: lastDay === null ? parts : { ...parts, day: null },
    relative: null,
    interval,
  };
}

// "In May 20 people were killed": after "in" a bare figure is a count, and the month stands alone.
function readMonthDay(site: Site): Reading | null {
  const { groups, reference, text, start } = site;
  const suffixed = /\D/.test(groups['day'] ?? '');
  if (groups['year'] === undefined && !suffixed && wordBefore(text, start) === 'in') return null;
  return readDay(groups, monthNumber(groups['month'] ?? ''), reference);
}

function readMonth(month: number | null, year: number | null, reference: Day | null): Reading | null {
  if (month === null) return null;
  const resolvedYear = year ?? (reference === null ? null : nearestMonth(month, reference));
  const interval = resolvedYear === null ? null : monthInterval(resolvedYear, month);
  return { precision: 'month', parts: { ...NO_PARTS, year, month }, relative: null, interval };
}

const MONTH_LEADS = new Set(
  'in of last next this since by until till from to through during for before after early late mid and or between every each on that'.split(
    ' ',
  ),
);
const AMBIGUOUS_MONTHS = new Set(['march', 'may', 'april', 'june', 'august']);

function readMonthAlone({ text, start, end, groups, reference }: Site): Reading | null {
  const name = (groups['month'] ?? '').toLowerCase();
  const led = MONTH_LEADS.has(wordBefore(text, start));
  const beforeName = /^\s{1,3}\p{Lu}/u.test(text.slice(end, end + 5));
  if (AMBIGUOUS_MONTHS.has(name) && (!led || (beforeName && name !== 'may'))) return null;
  return readMonth(monthNumber(name), null, reference);
}

function readNumeric({ groups }: Site): Reading | null {
  const [a, b, year] = [num(groups['a']) ?? 0, num(groups['b']) ?? 0, num(groups['year']) ?? 0];
  const known =
    a > 12 ? { day: a, month: b } : b > 12 ? { day: b, month: a } : a === b ? { day: a, month: a } : null;
  if (known === null) {
    // 03/05/2024 is May in London and March in Washington: only the year is sure.
    if (a === 0 || b === 0) return null;
    return { precision: 'day', parts: { ...NO_PARTS, year }, relative: null, interval: yearInterval(year) };
  }
  if (!isRealDay({ year, ...known })) return null;
  const parts = { year, ...known, weekday: null };
  return { precision: 'day', parts, relative: null, interval: dayInterval({ year, ...known }) };
}

function readQuarter({ groups }: Site): Reading | null {
  const year = num(groups['year']);
  const rank = num(groups['digit']) ?? centuryRank(groups['rank'] ?? '');
  if (year === null || rank === null) return null;
  const from = monthInterval(year, rank * 3 - 2).from;
  const interval = { from, to: monthInterval(year, rank * 3).to };
  return { precision: 'quarter', parts: { ...NO_PARTS, year }, relative: null, interval };
}

function readHalfYear({ groups }: Site): Reading | null {
  const year = num(groups['year']);
  if (year === null) return null;
  const first = groups['rank'] === 'first' ? 1 : 7;
  const interval = { from: monthInterval(year, first).from, to: monthInterval(year, first + 5).to };
  return { precision: 'half-year', parts: { ...NO_PARTS, year }, relative: null, interval };
}

function readYears(precision: DatePrecision, from: number | null, more: number): Reading | null {
  if (from === null) return null;
  const parts = more === 0 ? { ...NO_PARTS, year: from } : NO_PARTS;
  return { precision, parts, relative: null, interval: yearInterval(from, from + more) };
}

function readCentury({ groups }: Site): Reading | null {
  const rank = centuryRank(groups['rank'] ?? '');
  return rank === null ? null : readYears('century', rank * 100 - 99, 99);
}

function readYearRange({ groups }: Site): Reading | null {
  const [from, last] = [num(groups['year']), groups['last'] ?? ''];
  if (from === null) return null;
  const to = last.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last);
  if (to <= from || to - from > 200) return null;
  return readYears('year', from, to - from);
}

const COUNTED =
  /^\s(?:people|men|women|children|troops|police|\p{Ll}{3,20}(?<![usi])s)(?!\p{L})(?!\s(?:ago|later|earlier))/u;

// A bare four-digit figure is a year unless a plural follows it that nothing else introduces:
// "killed 2000 people" is a count, "the 2024 elections" and "in 2000 soldiers marched" are not.
function readYear({ text, start, end, groups }: Site): Reading | null {
  const year = num(groups['year']);
  if (year === null || /[$€£¥#]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) return null;
  const isCount = COUNTED.test(text.slice(end, end + 32)) && !YEAR_LEADS.has(wordBefore(text, start));
  if (isCount || isMeasured(text.slice(end, end + 16))) return null;
  // Years before 1500 need a word that says so; figures like "1100" are mostly something else.
  if (year < 1500 && !YEAR_LEADS.has(wordBefore(text, start))) return null;
  return readYears('year', year, 0);
}

const YEAR_LEADS = new Set(
  'in since by until till from during before after circa the this its their his her a late early mid'.split(
    ' ',
  ),
);
const isMeasured = (after: string) =>
  /^\s?(?:%|percent|per\scent|km|kg|m\b|metres|meters|feet|ft|miles|tonnes|tons|million|billion|dollars|euros|pounds|hours|GMT|UTC)/u.test(
    after,
  );

const NOT_A_DAY = /(?:Black|Good|Super|Ash|Palm|Easter|Cyber|Bloody|Giving)\s$/;
const PAPER = /^\s(?:Times|Telegraph|Mirror|Post|Mail|Express|Night\s(?:Live|Football))/;

function readWeekday({ text, start, end, groups, reference }: Site): Reading | null {
  const weekday = weekdayNumber(groups['weekday'] ?? '');
  if (
    weekday === null ||
    NOT_A_DAY.test(text.slice(Math.max(0, start - 8), start)) ||
    PAPER.test(text.slice(end, end + 16))
  )
    return null;
  const parts = { ...NO_PARTS, weekday };
  const day = reference === null ? null : nearestWeekday(weekday, reference, groups['which']);
  return { precision: 'day', parts, relative: null, interval: day === null ? null : dayInterval(day) };
}

function nearestWeekday(weekday: number, reference: Day, which: string | undefined): Day {
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  if (which === 'next' || which === 'coming') return addDays(reference, 7 - back);
  if (which === 'last' && back === 0) return addDays(reference, -7);
  return addDays(reference, -back);
}

const DAY_WORDS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };

function readDayWord({ groups, reference }: Site): Reading {
  return readRelative(
    { unit: 'day', amount: DAY_WORDS[(groups['word'] ?? '').toLowerCase()] ?? 0 },
    reference,
  );
}

const WHICH: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1, coming: 1 };

function readWhich({ groups, reference }: Site): Reading {
  const which = (groups['which'] ?? '').toLowerCase();
  const unit =
    groups['unit'] === 'night' ? 'day' : groups['unit'] === 'weekend' ? 'week' : relativeUnit(groups['unit']);
  // "The previous year" counts from another date in the text, not from the day of writing.
  return readRelative({ unit, amount: WHICH[which] ?? -1 }, which === 'previous' ? null : reference);
}

function readAgo({ groups, reference }: Site): Reading | null {
  const count = smallCount((groups['count'] ?? '').toLowerCase());
  if (count === null) return null;
  return readRelative({ unit: relativeUnit(groups['unit']), amount: -count }, reference);
}

function relativeUnit(unit: string | undefined): RelativeDate['unit'] {
  switch (unit) {
    case 'week':
    case 'month':
    case 'year':
    case 'decade':
    case 'century':
      return unit;
    default:
      return 'day';
  }
}

const PRECISION: Readonly<Record<RelativeDate['unit'], DatePrecision>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

function readRelative(relative: RelativeDate, reference: Day | null): Reading {
  const interval = reference === null ? null : relativeInterval(relative, reference);
  return { precision: PRECISION[relative.unit], parts: NO_PARTS, relative, interval };
}

function relativeInterval({ unit, amount }: RelativeDate, reference: Day): DateInterval {
  switch (unit) {
    case 'day':
      return dayInterval(addDays(reference, amount));
    case 'week': {
      const monday = addDays(reference, 1 - weekdayOf(reference) + amount * 7);
      return { from: isoDay(monday), to: isoDay(addDays(monday, 6)) };
    }
    case 'month': {
      const month = addMonths(reference, amount);
      return monthInterval(month.year, month.month);
    }
    case 'year':
      return yearInterval(reference.year + amount);
    case 'decade': {
      const decade = Math.floor(reference.year / 10) * 10 + amount * 10;
      return yearInterval(decade, decade + 9);
    }
    case 'century': {
      const century = Math.floor((reference.year - 1) / 100) * 100 + 1 + amount * 100;
      return yearInterval(century, century + 99);
    }
    default:
      return unit satisfies never;
  }
}

function nearestDay(month: number, day: number, reference: Day | null): Day | null {
  if (reference === null) return null;
  return { year: nearestMonth(month, reference), month, day };
}

// The year in which the month lies within half a year of the reference.
function nearestMonth(month: number, reference: Day): number {
  const gap = month - reference.month;
  if (gap > 6) return reference.year - 1;
  return gap < -6 ? reference.year + 1 : reference.year;
}

function wordBefore(text: string, start: number): string {
  return /(\p{L}+)[\s-]{0,3}$/u.exec(text.slice(Math.max(0, start - 16), start))?.[1]?.toLowerCase() ?? '';
}
