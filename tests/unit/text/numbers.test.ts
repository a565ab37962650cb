import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbers } from '../../../src/text/numbers.ts';
import { expectApart } from './mentions.ts';
import { hostileTexts, msFor } from './numbers-hostile.ts';

const brief = (text: string) =>
  numbers(text).map(({ text: figure, kind, low, high, unit, noun }) => [
    figure,
    kind,
    low,
    high,
    unit ?? noun,
  ]);

describe('numbers', () => {
  it.each([
    ['More than 32,000 African students', [['32,000', 'count', 32_000, 32_000, 'student']]],
    [
      '54 aircraft and forty-five tanks',
      [
        ['54', 'count', 54, 54, 'aircraft'],
        ['forty-five', 'count', 45, 45, 'tank'],
      ],
    ],
    ['two dozen buses', [['two dozen', 'count', 24, 24, 'bus']]],
    [
      'two hundred and six thousand people',
      [['two hundred and six thousand', 'count', 206_000, 206_000, 'person']],
    ],
    ['trade of $27.7 billion', [['$27.7 billion', 'money', 27.7e9, 27.7e9, 'USD']]],
    [
      'US$5m and €3.5bn',
      [
        ['US$5m', 'money', 5e6, 5e6, 'USD'],
        ['€3.5bn', 'money', 3.5e9, 3.5e9, 'EUR'],
      ],
    ],
    [
      '500 roubles, 20,000 US dollars',
      [
        ['500 roubles', 'money', 500, 500, 'RUB'],
        ['20,000 US dollars', 'money', 20_000, 20_000, 'USD'],
      ],
    ],
    ['up 10–15 per cent', [['10–15 per cent', 'percent', 10, 15, '%']]],
    ['12% of voters', [['12%', 'percent', 12, 12, '%']]],
    ['by 3 percentage points', [['3 percentage points', 'percentage-point', 3, 3, 'point']]],
    [
      'half of voters, two-thirds of them',
      [
        ['half', 'fraction', 0.5, 0.5, 'voter'],
        ['two-thirds', 'fraction', 2 / 3, 2 / 3, null],
      ],
    ],
    ['half a million euros', [['half a million euros', 'money', 5e5, 5e5, 'EUR']]],
    ['two and a half million tonnes', [['two and a half million tonnes', 'measure', 2.5e6, 2.5e6, 'tonne']]],
    ['a third term', [['third', 'ordinal', 3, 3, 'term']]],
    ['between 10 and 15 ships', [['10 and 15', 'count', 10, 15, 'ship']]],
    [
      'rose from 10 to 15 percent',
      [
        ['10', 'count', 10, 10, null],
        ['15 percent', 'percent', 15, 15, '%'],
      ],
    ],
    ['hundreds of thousands of people', [['hundreds of thousands', 'count', 1e5, 1e6, 'person']]],
    ['several hundred soldiers', [['several hundred', 'count', 200, 1_000, 'soldier']]],
    ['won 3-1 at home', [['3-1', 'score', 3, 1, null]]],
    ['passed by 17 votes to 15 at night', [['17 votes to 15', 'score', 17, 15, null]]],
    ['lost the vote by 17 to 15', [['17 to 15', 'score', 17, 15, null]]],
    ['won by three goals to one', [['three goals to one', 'score', 3, 1, null]]],
    [
      'fell from 17 votes to 15 votes',
      [
        ['17', 'count', 17, 17, 'vote'],
        ['15', 'count', 15, 15, 'vote'],
      ],
    ],
    ['a rise of 10 to 15 points', [['10 to 15', 'count', 10, 15, 'point']]],
    ['32 000 refugees', [['32 000', 'count', 32_000, 32_000, 'refugee']]],
    ['at −5 degrees', [['−5 degrees', 'measure', -5, -5, 'degree']]],
    ['a 10-year-old boy', [['10-year', 'measure', 10, 10, 'year']]],
    ['Flight 370 vanished', [['370', 'label', 370, 370, 'flight']]],
    ['killed 2000 people', [['2000', 'count', 2_000, 2_000, 'person']]],
    [
      '1.2m people, 1.8m tall',
      [
        ['1.2m', 'count', 1.2e6, 1.2e6, 'person'],
        ['1.8m', 'measure', 1.8, 1.8, 'metre'],
      ],
    ],
    ['the last three quarters of it', [['three', 'count', 3, 3, 'quarter']]],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    'a Su-57 and an F-16 met COVID-19 at the G7',
    'call +44 20 7946 0958 or 555-0143',
    'on 3 May 2024 at 10:30, in 1999, in the 1990s',
    'see https://example.org/2024/12 and desk12@example.org',
    '1. Things\n2) Others',
    'as shown [12]',
    'version 4.1.12 of the program',
    'no one knows which one of them it was',
    'at first nothing happened',
  ])('finds none in %j', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it.each([
    ['more than 40 boats', 'more-than'],
    ['at least 40 boats', 'more-than'],
    ['up to 40 boats', 'less-than'],
    ['about 40 boats', 'about'],
    ['~40 boats', 'about'],
    ['dozens of boats', 'vague'],
    ['40 boats', 'exact'],
  ])('hears the hedge of %j', (text, bound) => {
    expect(numbers(text).map((number) => number.bound)).toEqual([bound]);
  });

  it('shows a number with what it counts', () => {
    const text = 'Of its 80 aircraft, 54 of the newest aircraft left.';
    expect(numbers(text).map(({ phrase }) => text.slice(phrase.start, phrase.end))).toEqual([
      '80 aircraft',
      '54 of the newest aircraft',
    ]);
  });

  it('reads back any figure that is written as news writes it', () => {
    const written = fc
      .integer({ min: 2, max: 2_000_000_000 })
      .filter((value) => value < 1000 || value > 2100);
    fc.assert(
      fc.property(written, (value) => {
        const [found] = numbers(`They counted ${value.toLocaleString('en-US')} crates.`);
        expect([found?.low, found?.noun]).toEqual([value, 'crate']);
      }),
    );
  });

  it('gives spans that hold its text, in order and apart, for any text', () => {
    const pieces = [
      ...['12', '3.5', ',', ' ', '-', '–', '$', '%', 'million', 'two'],
      ...['hundred', 'and', 'half', 'of', 'a', 'May', '\n', 'students', '№', '1,000'],
      ...['(', '€'],
    ];
    expectApart(numbers, pieces, (number, text) =>
      expect(number.phrase.end).toBeLessThanOrEqual(text.length),
    );
  });

  it.each(hostileTexts())('takes time linear in the text: %j', (unit) => {
    expect(msFor(numbers, unit)).toBeLessThan(2_000);
  });
});
