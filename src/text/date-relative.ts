import {
  addDays,
  addMonths,
  type DateInterval,
  type Day,
  dayInterval,
  isoDay,
  monthInterval,
  weekdayNumber,
  weekdayOf,
  yearInterval,
} from './calendar.ts';
import { type DatePrecision, NO_PARTS, type Reading, type RelativeDate, type Site } from './date-mention.ts';
import { smallCount } from './date-patterns.ts';

const NOT_A_DAY = /(?:Black|Good|Super|Ash|Palm|Easter|Cyber|Bloody|Giving)\s$/;
const PAPER = /^\s(?:Times|Telegraph|Mirror|Post|Mail|Express|Night\s(?:Live|Football))/;

export function readWeekday({ text, start, end, groups, reference }: Site): Reading | null {
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

export function readDayWord({ groups, reference }: Site): Reading {
  return readRelative(
    { unit: 'day', amount: DAY_WORDS[(groups['word'] ?? '').toLowerCase()] ?? 0 },
    reference,
  );
}

const WHICH: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1, coming: 1 };

export function readWhich({ groups, reference }: Site): Reading {
  const which = (groups['which'] ?? '').toLowerCase();
  const unit =
    groups['unit'] === 'night' ? 'day' : groups['unit'] === 'weekend' ? 'week' : relativeUnit(groups['unit']);
  // "The previous year" counts from another date in the text, not from the day of writing.
  return readRelative({ unit, amount: WHICH[which] ?? -1 }, which === 'previous' ? null : reference);
}

export function readAgo({ groups, reference }: Site): Reading | null {
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
