import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/answering/reading.ts';
import { figuresDiffer, tellSameFact } from '../../../src/answering/same-fact.ts';

const same = (a: string, b: string) => tellSameFact(readText(a), readText(b));

describe('tellSameFact', () => {
  it('sees a retold sentence', () => {
    expect(
      same(
        'The harbour bridge opened again on Monday after eleven weeks of repairs.',
        'On Monday, after eleven weeks of repairs, the harbour bridge in Port Merrow opened again to traffic.',
      ),
    ).toBe(true);
  });

  it('keeps two facts of one subject apart', () => {
    expect(
      same(
        'The harbour bridge opened again on Monday after eleven weeks of repairs.',
        'Lorries above 26 tonnes stay banned from the harbour bridge until May.',
      ),
    ).toBe(false);
  });

  it('keeps sentences apart that give other figures', () => {
    const told = (count: string) =>
      `Police estimate that ${count} people watched the Lantern Parade in Port Merrow.`;
    expect(same(told('14,500'), told('14,500'))).toBe(true);
    expect(same(told('14,500'), told('22,000'))).toBe(false);
  });

  it('calls scraps the same only when they are equal', () => {
    expect(same('Rain fell.', 'Rain fell.')).toBe(true);
    expect(same('Rain fell.', 'Rain fell hard today.')).toBe(false);
  });
});

describe('figuresDiffer', () => {
  it.each([
    ['45 people were saved.', '54 people were saved.', true],
    ['45 people were saved, not 54.', '54 people were saved.', true],
    ['45 people were saved.', 'People were saved.', true],
    ['The hall opened on 3 May.', 'The hall opened.', false],
    ['The hall opened on 3 May.', 'The hall opened on 4 May.', true],
    ['45 people were saved.', 'Saved were 45 people.', false],
  ])('%s / %s', (a, b, expected) => {
    expect(figuresDiffer(a, b)).toBe(expected);
  });
});
