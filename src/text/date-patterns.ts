import { ordinalOf, readNumberWords } from './number-words.ts';
import { words } from './tokens.ts';

// Building blocks. White space is bounded, so that every pattern is linear on hostile input.
const SP = '\\s{1,3}';
const START = '(?<![\\p{L}\\p{N}]|\\d[.,/-])';
const END = '(?![\\p{L}\\p{N}]|[.,/-]\\d)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[0-9]|20)\\d{2}';

const LONG_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const SHORT_MONTHS = 'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'.split(' ');
const withCapitals = (names: readonly string[]) =>
  [...names, ...names.map((name) => name.toUpperCase())].join('|');
const LONG_MONTH = `(?:${withCapitals(LONG_MONTHS)})`;
const MONTH = `(?:${LONG_MONTH}|(?:${withCapitals(SHORT_MONTHS)})\\.?)(?!\\p{L})`;
const WEEKDAY = `(?:${withCapitals('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '))})`;
const SHORT_WEEKDAY = '(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\.?';
const LEADING_WEEKDAY = `(?:(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY}),?${SP})?`;
const COUNT_WORD =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';
const DASH = '\\s?[-–—]\\s?';

const pattern = (source: string, flags = 'gu') => new RegExp(`${START}${source}`, flags);

/** The forms a date is written in. Named groups carry the parts; every pattern starts at a word. */
export const DATE_PATTERNS = {
  iso: pattern(
    `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:T[\\d:.]{4,15}(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\p{N}-])`,
  ),
  dayMonth: pattern(
    `${LEADING_WEEKDAY}(?:the${SP})?(?<day>${DAY})(?:(?:${DASH}|${SP}(?:to|and|or)${SP})(?<lastDay>${DAY}))?` +
      `${SP}(?:of${SP})?(?<month>${MONTH})(?:,?${SP}(?<year>${YEAR})${END})?`,
  ),
  monthDay: pattern(
    `${LEADING_WEEKDAY}(?<month>${MONTH})${SP}(?:the${SP})?(?<day>${DAY})(?:(?:${DASH}|${SP}(?:to|and|or)${SP})(?<lastDay>${DAY}))?` +
      `${END}(?:(?:,|${SP}of)?${SP}(?<year>${YEAR})${END})?`,
  ),
  monthYear: pattern(`(?<month>${MONTH})(?:,|${SP}of)?${SP}(?<year>${YEAR})${END}`),
  monthAlone: pattern(`(?<month>${LONG_MONTH})(?![\\p{L}\\p{N}])`),
  numeric: pattern(`(?<a>\\d{1,2})(?<mark>[/.])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4})${END}`),
  quarter: pattern(
    `(?:Q(?<digit>[1-4])|(?<rank>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter)(?:(?:${SP}of)?${SP}(?<year>${YEAR}))${END}`,
  ),
  halfYear: pattern(`(?<rank>first|second)${SP}half${SP}of${SP}(?<year>${YEAR})${END}`),
  decade: pattern(`(?<decade>${YEAR.replace('\\d{2}', '\\d0')})s(?!\\p{L})`),
  shortDecade: /(?<=\s)[’'‘](?<decade>[2-9]0)s(?!\p{L})/gu,
  century: pattern(`(?<rank>\\d{1,2}(?:st|nd|rd|th)|[a-z]{4,12}(?:th|rst|cond|ird))[ -]century(?!\\p{L})`),
  yearRange: pattern(`(?<year>${YEAR})[-–—/](?<last>${YEAR}|\\d{2})${END}`),
  year: pattern(`(?<year>${YEAR})(?![\\p{L}\\p{N}%]|[.,:/-]\\d|-\\p{L})`),
  weekday: pattern(
    `(?:(?<which>last|next|this|coming|past)${SP})?(?<weekday>${WEEKDAY})(?:${SP}(?:morning|afternoon|evening|night))?(?!\\p{L})`,
  ),
  day: pattern('(?<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?!\\p{L})'),
  which: pattern(
    `(?:(?:earlier|later)${SP})?(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]oming)${SP}(?<unit>night|week|weekend|month|year|decade|century)(?!\\p{L})`,
  ),
  ago: pattern(
    `(?<count>\\d{1,3}|${COUNT_WORD}(?:[ -]${COUNT_WORD})?)${SP}(?<unit>day|week|month|year|decade)s?${SP}ago(?!\\p{L})`,
  ),
} as const;

export type DatePattern = keyof typeof DATE_PATTERNS;

/** `nineteenth` and `19th` are 19; null for other words. */
export function centuryRank(word: string): number | null {
  return ordinalOf(word.toLowerCase());
}

/** The whole number that a figure or its words mean (`three`, `twenty-five`, `a`), else null. */
export function smallCount(phrase: string): number | null {
  if (/^\d+$/.test(phrase)) return Number(phrase);
  if (phrase === 'a' || phrase === 'an') return 1;
  const list = words(phrase);
  const read = readNumberWords(list, 0, () => true);
  return read === null || read.next < list.length ? null : read.value;
}
