import { describe, expect, it } from 'vitest';
import { isDateLine, isoDate } from '../../../src/ingest/iso-date.ts';

describe('isoDate', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2026-05-03', '2026-05-03'],
    ['2026-05-03T07:30:00+0200', '2026-05-03T07:30:00+02:00'],
    ['2026-05-03 07:30Z', '2026-05-03T07:30:00Z'],
    ['2026-05-03T07:30:00.123Z', '2026-05-03T07:30:00Z'],
    // Without a zone the hour says nothing.
    ['2026-05-03T07:30:00', '2026-05-03'],
    ['Sun, 03 May 2026 07:30:00 GMT', '2026-05-03'],
    ['May 3, 2026', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
    ['2026-02-30', null],
    ['2026-05-03T25:00:00Z', null],
    ['0001-01-01T00:00:00Z', null],
    ['2026', null],
    ['May 2026', null],
    ['last Tuesday', null],
    ['', null],
  ];
  for (const [stated, iso] of cases) {
    it(`reads ${JSON.stringify(stated)}`, () => {
      expect(isoDate(stated)).toBe(iso);
    });
  }
});

it('isDateLine tells a date line from a sentence with a date', () => {
  expect(isDateLine('Tuesday, 3 May 2026, 10:15 GMT')).toBe(true);
  expect(isDateLine('The bridge closed on 3 May 2026.')).toBe(false);
});
