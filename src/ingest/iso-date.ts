import { isoDay, parseIsoDay } from '../text/calendar.ts';
import { dates } from '../text/dates.ts';

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
// A stamp is short; a longer text is prose that happens to name a day.
const MAX_CHARS = 80;

/**
 * A date as files state it made ISO 8601: a date-time where the time zone is told, else a date; null
 * where no whole day is named (`2019`, `last week`) or the calendar lacks it.
 */
export function isoDate(value: string): string | null {
  const text = value.trim();
  if (text.length > MAX_CHARS) return null;
  const stamp = DATE_TIME.exec(text);
  if (stamp !== null) return isoDateTime(stamp);
  const day = parseIsoDay(text);
  if (day !== null) return inPrint(isoDay(day));
  const mention = dates(text).find(
    ({ precision, parts, interval }) => precision === 'day' && parts.year !== null && interval !== null,
  );
  return inPrint(mention?.interval?.from ?? null);
}

/** A few words with a digit and no sentence, such as `Tuesday, 3 May 2026, 10:15 GMT`. */
export function isDateLine(line: string): boolean {
  const rest = line.replace(
    /\p{L}{3,9}\.?|\d{1,4}(?:st|nd|rd|th)?|[APap]\.?[Mm]\.?|[T:,/.()|+-]|\bat\b|\s/gu,
    '',
  );
  return line.length <= 50 && rest === '' && line.split(' ').length <= 8 && isoDate(line) !== null;
}

// Systems write the first day of the first year where they know none.
const inPrint = (date: string | null) => (date !== null && date >= '1500' ? date : null);

function isoDateTime([, date = '', time = '', zone = '']: RegExpExecArray): string | null {
  if (parseIsoDay(date) === null || !/^(?:[01]\d|2[0-3]):[0-5]\d/.test(time)) return null;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return inPrint(`${date}T${time.length === 5 ? `${time}:00` : time}${offset}`);
}
