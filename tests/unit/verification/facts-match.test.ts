import { describe, expect, it } from 'vitest';
import { dates } from '../../../src/text/dates.ts';
import { numbers } from '../../../src/text/numbers.ts';
import { compareDates } from '../../../src/verification/date-match.ts';
import { compareNumbers } from '../../../src/verification/number-match.ts';

const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('nothing was read');
  return item;
};
const numbersOf = (a: string, b: string) => [first(numbers(a)), first(numbers(b))] as const;
const datesOf = (a: string, b: string) => [first(dates(a)), first(dates(b))] as const;

describe('compareNumbers', () => {
  it.each([
    ['54 aircraft', '45 aircraft', 'differ'],
    ['54 aircraft', 'fifty-four aircraft', 'agree'],
    ['54 aircraft', '54 tanks', 'unrelated'],
    ['$27.7 billion', '$27,683 million', 'agree'],
    ['$27.7 billion', '€27.7 billion', 'unrelated'],
    ['$28.7 billion', '$27.7 billion', 'differ'],
    ['half of voters', '50 percent of voters', 'agree'],
    ['3 percent', '3 percentage points', 'unrelated'],
    ['32,000 students', 'more than 32,000 students', 'agree'],
    ['more than 30,000 students', '32,000 students', 'agree'],
    ['more than 33,000 students', 'more than 32,000 students', 'differ'],
    ['more than 23,000 students', 'more than 32,000 students', 'differ'],
    ['topped $27 billion', 'exceeded $27.7 billion', 'agree'],
    ['about 50 boats', '52 boats', 'agree'],
    ['about 50 boats', '70 boats', 'differ'],
    ['hundreds of people', '430 people', 'agree'],
    ['thousands of people', '430 people', 'differ'],
    ['10–15 boats', '10 to 15 boats', 'agree'],
    ['a 3-1 win', 'a 3-2 win', 'unrelated'],
    ['passed by 17 votes to 15', 'a vote of 17 to 15', 'agree'],
    ['won by 17 votes to 15', 'lost by 15 votes to 17', 'agree'],
    ['got 17 votes', 'passed by 17 votes to 15', 'agree'],
    ['got 18 votes', 'passed by 17 votes to 15', 'unrelated'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(compareNumbers(...numbersOf(a, b))).toBe(expected);
  });

  it.each([
    ['3 percent', '3 percentage points', 'differ'],
    ['54 aircraft', '54 tanks', 'agree'],
    ['118 boats', '120 boats', 'differ'],
    ['about 50 boats', 'about 52 boats', 'differ'],
    ['32,000 students', 'more than 32,000 students', 'agree'],
    ['45,000 people', '45,321 people', 'agree'],
    ['a 3-1 win', 'a 3-2 win', 'differ'],
    ['$27 million', '$27 billion', 'differ'],
  ])('%j in the place of %j: %s', (a, b, expected) => {
    expect(compareNumbers(...numbersOf(a, b), { sameThing: true })).toBe(expected);
  });
});

describe('compareDates', () => {
  it.each([
    ['in May 2024', 'on 3 May 2024', 'agree'],
    ['in early May', 'in late May', 'differ'],
    ['in early May', 'on 3 May', 'agree'],
    ['in late May', 'on 3 May', 'differ'],
    ['in late May', 'at the end of May', 'agree'],
    ['in late May', 'in May', 'agree'],
    ['on 4 May', 'on 3 May 2024', 'differ'],
    ['in 2019', 'in December 2021', 'differ'],
    ['on Monday', 'on Tuesday', 'differ'],
    ['last month', 'last month', 'agree'],
    ['last month', 'next month', 'differ'],
    ['last month', 'last week', 'unrelated'],
    ['in the 1990s', 'in 1995', 'agree'],
    ['in the 1990s', 'in 2005', 'differ'],
    ['on Monday', 'in 2024', 'unrelated'],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(compareDates(...datesOf(a, b))).toBe(expected);
  });

  it('knows two relative dates of one event for different', () => {
    expect(compareDates(...datesOf('last month', 'last week'), { sameThing: true })).toBe('differ');
  });
});
