import { describe, expect, it } from 'vitest';
import {
  clockInWords,
  counted,
  momentInWords,
  shareInWords,
  spanInWords,
  timeTaken,
} from '../../../../web/src/status/in-words.ts';

describe('figures in words', () => {
  it.each([
    [null, '–'],
    [0, 'under 1 ms'],
    [1, '1 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [200_000, '3 min 20 s'],
  ])('says %s ms as %s', (ms, expected) => {
    expect(timeTaken(ms)).toBe(expected);
  });

  it.each([
    [0, '0 s'],
    [59.6, '1 min'],
    [3_600, '1 h'],
    [7_500, '2 h 5 min'],
    [86_400, '1 day'],
    [356_400, '4 days 3 h'],
  ])('says %s seconds as %s', (seconds, expected) => {
    expect(spanInWords(seconds)).toBe(expected);
  });

  it.each([
    [0, '0 %'],
    [0.004, '0.4 %'],
    [0.05, '5 %'],
    [0.125, '13 %'],
    [1, '100 %'],
  ])('says a share of %s as %s', (share, expected) => {
    expect(shareInWords(share)).toBe(expected);
  });

  it('counts in singular and plural, and leaves alone what is no moment', () => {
    expect(counted(1, 'story', 'stories')).toBe('1 story');
    expect(counted(1_200, 'story', 'stories')).toBe('1,200 stories');
    expect(momentInWords('soon')).toBe('soon');
    expect(clockInWords('soon')).toBe('soon');
    expect(momentInWords('2026-05-03T10:00:00.000Z')).toContain('May 2026');
  });
});
