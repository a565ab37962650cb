import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOwnDirections } from '../../../../web/src/check/own-directions.ts';

const [LRE, RLE, PDF, RLI, FSI, PDI] = ['\u202A', '\u202B', '\u202C', '\u2067', '\u2068', '\u2069'];

describe('withOwnDirections', () => {
  it.each([
    ['plain words', 'plain words'],
    [`a ${RLI}b${PDI} c`, `a ${RLI}b${PDI} c`],
    [`a ${LRE}b${PDF} c`, `a ${LRE}b${PDF} c`],
    [`never ${RLI}closed`, `never ${RLI}closed${PDI}`],
    [`${RLE}x${FSI}y`, `${RLE}x${FSI}y${PDI}${PDF}`],
    [`closed ${PDI}${PDF} too often${PDI}`, 'closed  too often'],
    [`${RLI}a${RLE}b${PDI}c`, `${RLI}a${RLE}b${PDF}${PDI}c`],
    [`${RLE}a${RLI}b${PDF}c`, `${RLE}a${RLI}bc${PDI}${PDF}`],
  ])('of %j are %j', (text, shown) => {
    expect(withOwnDirections(text)).toBe(shown);
  });

  it('are balanced whatever comes, change no other letter, and change nothing twice', () => {
    const unit = fc.constantFrom('a', ' ', '\u05D0', LRE, RLE, PDF, RLI, FSI, PDI);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const shown = withOwnDirections(text);
        const bare = (any: string) => any.replace(/[\u202A-\u202C\u2066-\u2069]/g, '');
        expect(bare(shown)).toBe(bare(text));
        const count = (signs: string) => [...shown].filter((sign) => signs.includes(sign)).length;
        expect(count(PDF)).toBe(count(LRE + RLE));
        expect(count(PDI)).toBe(count(RLI + FSI));
        expect(withOwnDirections(shown)).toBe(shown);
      }),
    );
  });
});
