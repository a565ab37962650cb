import { describe, expect, it } from 'vitest';
import { plainLine, plainProse } from '../../../web/src/text/bidi.ts';
import { dateInWords } from '../../../web/src/text/dates.ts';
import { safeUrl } from '../../../web/src/text/safe-url.ts';

describe('safeUrl', () => {
  it.each([
    ['https://news.example/a?b=c#d', 'https://news.example/a?b=c#d'],
    [' HTTP://news.example ', 'http://news.example/'],
    ['javascript:alert(1)', null],
    ['JaVa\tScRiPt:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,<script>1</script>', null],
    ['blob:https://news.example/1', null],
    ['//news.example', null],
    ['/relative', null],
    ['', null],
    [null, null],
  ])('makes of %j %j', (address, expected) => {
    expect(safeUrl(address)).toBe(expected);
  });
});

describe('plainLine and plainProse', () => {
  it('take out what would show words other than they read', () => {
    expect(plainLine('report\u202Efdp.exe\u2066x\u2069')).toBe('reportfdp.exex');
    expect(plainProse('paid \u202E000,1\u202C crowns')).toBe('paid 000,1\u202C crowns');
  });

  it('leave right-to-left writing as it is', () => {
    const hebrew = 'הגשר נפתח \u200Fב-2026';
    expect(plainLine(hebrew)).toBe(hebrew);
    expect(plainProse(`\u2067${hebrew}\u2069`)).toBe(`\u2067${hebrew}\u2069`);
  });
});

describe('dateInWords', () => {
  it.each([
    ['2026-05-03', '3 May 2026'],
    ['2026-05-03T23:30:00-08:00', '3 May 2026'],
    ['2026-05-03T00:30:00+14:00', '3 May 2026'],
    ['spring 2026', 'spring 2026'],
    ['2026-13-45', '2026-13-45'],
    [null, null],
  ])('writes %j as %j', (published, expected) => {
    expect(dateInWords(published, 'en-GB')).toBe(expected);
  });
});
