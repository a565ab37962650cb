import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsBySection, piecesOf, sectionsOf } from '../../../../web/src/check/draft-sections.ts';
import { claimAt } from './claims.ts';

const TEXT = 'A title\n\n“It works,” she said. It cost 5.\nA line.\n \n\nThe end.\n';
const FINDINGS = [
  claimAt(TEXT, '“It works,” she said.'),
  claimAt(TEXT, 'It works,', { kind: 'quote', verdict: 'contradicted' }),
  claimAt(TEXT, 'It cost 5.'),
].map((claim, index) => ({ index, claim }));

describe('sectionsOf', () => {
  const words = (text: string) => sectionsOf(text).map(({ start, end }) => text.slice(start, end));

  it('cuts at blank lines and keeps lines together', () => {
    expect(words(TEXT)).toEqual(['A title', '“It works,” she said. It cost 5.\nA line.', 'The end.']);
    expect(words('')).toEqual([]);
    expect(words(' \n')).toEqual([]);
  });

  it('cuts what has no paragraphs between words, and loses nothing', () => {
    const long = 'word '.repeat(2_000).trim();
    expect(words(long).length).toBeGreaterThan(3);
    expect(words(long).join('')).toBe(long);
    expect(words('x'.repeat(7_000)).map((section) => section.length)).toEqual([3_000, 3_000, 1_000]);
  });

  it('leaves out white space alone', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\t', 'b c'), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        expect(words(whole).join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
      }),
    );
  });
});

describe('piecesOf', () => {
  const edits = [{ start: TEXT.indexOf('works'), end: TEXT.indexOf('works') + 5, words: 'worked' }];
  const section = sectionsOf(TEXT)[1] ?? { start: 0, end: 0 };
  const pieces = piecesOf(TEXT, section, { findings: FINDINGS, edits });

  it('gives each stretch to the innermost claim, and shows the words that were taken over', () => {
    expect(pieces.map(({ text, finding }) => [text, finding?.index ?? null])).toEqual([
      ...[
        ['“', 0],
        ['It ', 1],
        ['worked', 1],
        [',', 1],
        ['” she said.', 0],
        [' ', null],
        ['It cost 5.', 2],
      ],
      ['\nA line.', null],
    ]);
    expect(pieces.filter(({ isTakenOver }) => isTakenOver).map(({ text }) => text)).toEqual(['worked']);
    expect(pieces.map(({ isFirst, isLast }) => `${+isFirst}${+isLast}`)).toEqual([
      ...['10', '10', '00', '01', '01', '00', '11', '00'],
    ]);
  });

  it('finds the claims of each section', () => {
    const found = findingsBySection(sectionsOf(TEXT), FINDINGS);
    expect([...found].map(([at, all]) => [at, all.map(({ index }) => index)])).toEqual([[1, [0, 1, 2]]]);
  });
});
