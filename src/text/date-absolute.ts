import {
  type Day,
  dayInterval,
  daysInMonth,
  isoDay,
  isRealDay,
  monthInterval,
  monthNumber,
  weekdayNumber,
  yearInterval,
} from './calendar.ts';
import {
  type DatePrecision,
  type Groups,
  NO_PARTS,
  num,
  type Reading,
  type Site,
  wordBefore,
} from './date-mention.ts';
import { centuryRank } from './date-patterns.ts';

export function readDay(groups: Groups, month: number | null, reference: Day | null): Reading | null {
  const day = num(groups['day']);
  const lastDay = num(groups['lastDay']);
  if (day === null || month === null) return null;
  const year = num(groups['year']);
  const parts = { year, month, day, weekday: weekdayNumber(groups['weekday'] ?? '') };
  const resolved = year === null ? nearestDay(month, day, reference) : { year, month, day };
  if (resolved === null)
    return day > daysInMonth(2000, month)
      ? null
      : {
          precision: 'day',
          parts: lastDay === null ? parts : { ...parts, lastDay },
          relative: null,
          interval: null,
        };
  if (!isRealDay(resolved)) return null;
  const interval = {
    from: isoDay(resolved),
    to: isoDay({ ...resolved, day: Math.max(day, lastDay ?? day) }),
  };
  return {
    precision: 'day',
    parts: lastDay === null ? parts : { ...parts, lastDay },
    relative: null,
    interval,
  };
}

// "In May 20 people were killed": after "in" a bare figure is a count, and the month stands alone.
export function readMonthDay(site: Site): Reading | null {
  const { groups, reference, text, start } = site;
  const suffixed = /\D/.test(groups['day'] ?? '');
  if (groups['year'] === undefined && !suffixed && wordBefore(text, start) === 'in') return null;
  return readDay(groups, monthNumber(groups['month'] ?? ''), reference);
}

export function readMonth(month: number | null, year: number | null, reference: Day | null): Reading | null {
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

export function readMonthAlone({ text, start, end, groups, reference }: Site): Reading | null {
  const name = (groups['month'] ?? '').toLowerCase();
  const led = MONTH_LEADS.has(wordBefore(text, start));
  const beforeName = /^\s{1,3}\p{Lu}/u.test(text.slice(end, end + 5));
  if (AMBIGUOUS_MONTHS.has(name) && (!led || (beforeName && name !== 'may'))) return null;
  return readMonth(monthNumber(name), null, reference);
}

export function readNumeric({ groups }: Site): Reading | null {
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

export function readQuarter({ groups }: Site): Reading | null {
  const year = num(groups['year']);
  const rank = num(groups['digit']) ?? centuryRank(groups['rank'] ?? '');
  if (year === null || rank === null) return null;
  const from = monthInterval(year, rank * 3 - 2).from;
  const interval = { from, to: monthInterval(year, rank * 3).to };
  return { precision: 'quarter', parts: { ...NO_PARTS, year }, relative: null, interval };
}

export function readHalfYear({ groups }: Site): Reading | null {
  const year = num(groups['year']);
  if (year === null) return null;
  const first = groups['rank'] === 'first' ? 1 : 7;
  const interval = { from: monthInterval(year, first).from, to: monthInterval(year, first + 5).to };
  return { precision: 'half-year', parts: { ...NO_PARTS, year }, relative: null, interval };
}

export function readYears(precision: DatePrecision, from: number | null, more: number): Reading | null {
  if (from === null) return null;
  const parts = more === 0 ? { ...NO_PARTS, year: from } : NO_PARTS;
  return { precision, parts, relative: null, interval: yearInterval(from, from + more) };
}

export function readCentury({ groups }: Site): Reading | null {
  const rank = centuryRank(groups['rank'] ?? '');
  return rank === null ? null : readYears('century', rank * 100 - 99, 99);
}

export function readYearRange({ groups }: Site): Reading | null {
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
export function readYear({ text, start, end, groups }: Site): Reading | null {
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
