import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dates } from '../../../src/text/dates.ts';
import { times } from '../../../src/text/times.ts';
import { expectApart } from './mentions.ts';
import { hostileTexts, msFor } from './numbers-hostile.ts';

// A Wednesday.
const REFERENCE = '2025-06-11T09:00:00Z';
const brief = (text: string, reference: string | null = REFERENCE) =>
  dates(text, { reference }).map(({ text: words, precision, interval }) => [
    words,
    precision,
    interval === null ? null : `${interval.from}/${interval.to}`,
  ]);

describe('dates', () => {
  it.each([
    ['on 3 May 2024', '3 May 2024', 'day', '2024-05-03/2024-05-03'],
    ['on May 3, 2024,', 'May 3, 2024', 'day', '2024-05-03/2024-05-03'],
    ['on Friday, 3rd of May, 2024', 'Friday, 3rd of May, 2024', 'day', '2024-05-03/2024-05-03'],
    ['since 2024-05-03', '2024-05-03', 'day', '2024-05-03/2024-05-03'],
    ['from 3–5 May 2024', '3–5 May 2024', 'day', '2024-05-03/2024-05-05'],
    ['due 25/12/2024', '25/12/2024', 'day', '2024-12-25/2024-12-25'],
    ['due 03/05/2024', '03/05/2024', 'day', '2024-01-01/2024-12-31'],
    ['on Nov. 5', 'Nov. 5', 'day', '2025-11-05/2025-11-05'],
    ['in late May', 'late May', 'month', '2025-05-01/2025-05-31'],
    ['at the end of May', 'the end of May', 'month', '2025-05-01/2025-05-31'],
    ['in mid-May 2024', 'mid-May 2024', 'month', '2024-05-01/2024-05-31'],
    ['in December 2021', 'December 2021', 'month', '2021-12-01/2021-12-31'],
    ['in December', 'December', 'month', '2025-12-01/2025-12-31'],
    ['the third quarter of 2024', 'third quarter of 2024', 'quarter', '2024-07-01/2024-09-30'],
    ['the first half of 2024', 'first half of 2024', 'half-year', '2024-01-01/2024-06-30'],
    ['in 2024', '2024', 'year', '2024-01-01/2024-12-31'],
    ['the 2023-24 season', '2023-24', 'year', '2023-01-01/2024-12-31'],
    ['in the 1990s', '1990s', 'decade', '1990-01-01/1999-12-31'],
    ['the 19th century', '19th century', 'century', '1801-01-01/1900-12-31'],
    ['said on Monday', 'Monday', 'day', '2025-06-09/2025-06-09'],
    ['since last Wednesday', 'last Wednesday', 'day', '2025-06-04/2025-06-04'],
    ['from next Monday', 'next Monday', 'day', '2025-06-16/2025-06-16'],
    ['it fell yesterday', 'yesterday', 'day', '2025-06-10/2025-06-10'],
    ['it rose last month', 'last month', 'month', '2025-05-01/2025-05-31'],
    ['it rose this week', 'this week', 'week', '2025-06-09/2025-06-15'],
    ['two weeks ago', 'two weeks ago', 'week', '2025-05-26/2025-06-01'],
    ['some 30 years ago', '30 years ago', 'year', '1995-01-01/1995-12-31'],
  ])('reads %j', (text, words, precision, interval) => {
    expect(brief(text)).toEqual([[words, precision, interval]]);
  });

  it.each([
    'They may march on in august company',
    'Resolution text without years',
    'he paid 2000 dollars',
    'the Sunday Times on Black Friday',
    'on 31/02/2024',
    'May Lindqvist and April Osei met',
    'room 1100',
  ])('finds none in %j', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('leaves what only a day of writing can tell open without one', () => {
    expect(brief('It fell last month, on Monday and on 3 May.', null)).toEqual([
      ['last month', 'month', null],
      ['Monday', 'day', null],
      ['3 May', 'day', null],
    ]);
  });

  it('takes a count after a month for a count', () => {
    expect(dates('In May 20 people were hurt.').map(({ text }) => text)).toEqual(['May']);
    expect(dates('The May 20 vote was close.').map(({ text }) => text)).toEqual(['May 20']);
  });

  it('finds the day again however it is written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const forms: readonly Intl.DateTimeFormatOptions[] = [
      { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
      { weekday: 'long', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    ];
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), fc.constantFrom('en-GB', 'en-US'), (date, form, locale) => {
        const iso = date.toISOString().slice(0, 10);
        const [found] = dates(`It was signed on ${date.toLocaleDateString(locale, form)} by both.`);
        expect(found?.interval).toEqual({ from: iso, to: iso });
      }),
    );
  });

  it('gives spans that hold its text, in order and apart, for any text', () => {
    const pieces = [
      ...['May', '3', '2024', ' ', ', ', '-', 'Monday', 'last', 'week', 'ago'],
      ...['two', 'of', '1990s', '/', '\n', 'the'],
    ];
    expectApart(dates, pieces);
  });

  it.each(hostileTexts())('takes time linear in the text: %j', (unit) => {
    expect(msFor(dates, unit)).toBeLessThan(2_000);
  });
});

describe('times', () => {
  it('reads clock times and their names', () => {
    const text = 'From 10:30 to 5 p.m., at 17.45 GMT, by noon; a 10.30 rate and 25:99 are none.';
    expect(times(text).map(({ text: words, minutes }) => [words, minutes])).toEqual([
      ['10:30', 630],
      ['5 p.m.', 1020],
      ['17.45 GMT', 1065],
      ['noon', 720],
    ]);
  });
});
