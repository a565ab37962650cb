import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFunctionWord, normalizeWord, termOf, terms, words } from '../../../src/text/tokens.ts';

const textsOf = (text: string) => words(text).map((word) => word.text);
const normsOf = (text: string) => words(text).map((word) => word.norm);

describe('words', () => {
  it.each([
    ['initials and names', 'U.S. troops, J. K. Rowling', ['U.S', 'troops', 'J', 'K', 'Rowling']],
    ['a missing blank after a stop', 'It ended.The rest', ['It', 'ended', 'The', 'rest']],
    ['figures', '1,200 or 3.5 or 20,000,000', ['1,200', 'or', '3.5', 'or', '20,000,000']],
    ['figures in a row', '1, 2,3 and 12,34', ['1', '2', '3', 'and', '12', '34']],
    ['apostrophes inside, quotes outside', "Jama’at ‘quoted’ don't", ['Jama’at', 'quoted', "don't"]],
    ['hyphens and dashes', 'state-owned—now', ['state', 'owned', 'now']],
    ['words of scripts without blanks', '東京は雨', ['東', '京', 'は', '雨']],
    ['marks that belong to letters', 'हिन्दी में السَّلام', ['हिन्दी', 'में', 'السَّلام']],
    ['emoji and signs', '🎉 50% of £3m', ['50', 'of', '3m']],
    ['nothing', ' … — ', []],
  ])('finds %s', (_, text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  it('gives one form to one word', () => {
    expect(normsOf('Café CAFE\u0301 cafe’s Łódź Ångström ﬁne السَّلام')).toEqual([
      'cafe',
      'cafe',
      'cafe',
      'łodz',
      'angstrom',
      'fine',
      'السلام',
    ]);
  });

  it('names the place of each word, in order, none overlapping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = 0;
        for (const word of words(text)) {
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.norm).toBe(normalizeWord(word.text));
          last = word.end;
        }
      }),
    );
  });

  it('treats plain text as it treats all text', () => {
    // What stands beside a plain word decides which rules read it, and must not decide what they find.
    const char = fc.constantFrom(..."aB17.,'’ -—é東0٣·\u0301𝒳");
    fc.assert(
      fc.property(fc.array(char, { maxLength: 14 }), (chars) => {
        const plain = chars.map((one) => (/[\u0020-\u007e’—]/.test(one) ? one : ' ')).join('');
        // The same letters and digits from beyond ASCII, which keep their class.
        const foreign = plain.replace(/[aB17]/g, (one) => ({ a: 'é', B: 'É', 1: '١', 7: '٧' })[one] ?? one);
        const spansOf = (text: string) => words(text).map(({ start, end }) => [start, end]);
        expect(spansOf(plain)).toEqual(spansOf(foreign));
      }),
      { numRuns: 500 },
    );
  });

  it('misses no letter and no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const rest = words(text).reduce(
          (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
          text,
        );
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it.each(['a.', '1,', "'", 'a', '1,111', 'a\u0301', '\u0301', 'a.b'])(
    'stays linear on 200,000 times %j',
    (piece) => {
      expect(words(piece.repeat(200_000)).length).toBeLessThanOrEqual(400_000);
    },
  );
});

describe('terms', () => {
  it('are stems of the content words', () => {
    expect(terms('The troops were marching to the bridges')).toEqual(['troop', 'march', 'bridg']);
    expect(terms('who is he')).toEqual([]);
  });

  it('make figures with and without commas one', () => {
    expect(terms('1,200 crates')).toEqual(terms('1200 crate'));
  });

  it('keep names in capitals that look like grammar, where capitals say something', () => {
    expect(terms('What did the US tell the WHO about us?')).toEqual(['us', 'tell', 'who']);
    expect(terms('U.S. troops')).toEqual(terms('US troops'));
    expect(terms('WHO TOLD US')).toEqual(['told']);
  });
});

describe('termOf and isFunctionWord', () => {
  it('take the normal form', () => {
    expect(termOf("jama'at")).toBe('jamaat');
    expect(termOf('3.5')).toBe('3.5');
    expect(isFunctionWord('the')).toBe(true);
    expect(isFunctionWord('minister')).toBe(false);
  });
});
