import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency, termSaturation } from '../../../src/retrieval/bm25.ts';

const TEXTS = [
  'harbour opened harbour crane',
  'school meals',
  'harbour strike ends after long talks about pay',
  'rain',
].map((text) => text.split(' '));

/** BM25 of one term as the formula reads, from the words themselves. */
function slowScore(term: string, words: readonly string[]): number {
  const matching = TEXTS.filter((other) => other.includes(term)).length;
  const idf = Math.log(1 + (TEXTS.length - matching + 0.5) / (matching + 0.5));
  const count = words.filter((word) => word === term).length;
  const meanLength = TEXTS.flat().length / TEXTS.length;
  return (idf * count * (1.2 + 1)) / (count + 1.2 * (1 - 0.75 + (0.75 * words.length) / meanLength));
}

describe('BM25', () => {
  it('is the textbook formula with k1 = 1.2 and b = 0.75', () => {
    const meanLength = TEXTS.flat().length / TEXTS.length;
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS.flat(), 'unseen'), fc.constantFrom(...TEXTS), (term, words) => {
        const matching = TEXTS.filter((other) => other.includes(term)).length;
        const count = words.filter((word) => word === term).length;
        const score =
          inverseDocumentFrequency(TEXTS.length, matching) * termSaturation(count, words.length / meanLength);
        expect(score).toBeCloseTo(slowScore(term, words), 12);
      }),
    );
  });

  it('gives a hand-computed value', () => {
    // ln(1 + 3.5 / 1.5) and 2 × 2.2 / (2 + 1.2 × (0.25 + 0.75 × 0.5))
    expect(inverseDocumentFrequency(4, 1)).toBeCloseTo(1.2039728, 6);
    expect(termSaturation(2, 0.5)).toBeCloseTo(4.4 / 2.75, 12);
  });
});

describe('inverseDocumentFrequency', () => {
  it('is positive, falls with every passage that has the term, and rises with the size of the archive', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const matching = Math.floor(share * (total - 1));
          const idf = inverseDocumentFrequency(total, matching);
          expect(inverseDocumentFrequency(total, total)).toBeGreaterThan(0);
          expect(inverseDocumentFrequency(total, matching + 1)).toBeLessThan(idf);
          expect(inverseDocumentFrequency(total + 1, matching)).toBeGreaterThan(idf);
        },
      ),
    );
  });
});

describe('termSaturation', () => {
  it('grows with the count towards k1 + 1 and shrinks with the length', () => {
    const count = fc.integer({ min: 1, max: 200 });
    const ratio = fc.double({ min: 0.01, max: 20, noNaN: true });
    fc.assert(
      fc.property(count, ratio, (times, length) => {
        const value = termSaturation(times, length);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(2.2);
        expect(termSaturation(times + 1, length)).toBeGreaterThan(value);
        expect(termSaturation(times, length * 1.1)).toBeLessThan(value);
      }),
    );
    expect(termSaturation(0, 1)).toBe(0);
  });

  it('asks only whether the term is there when k1 is 0, and forgets the length when b is 0', () => {
    expect(termSaturation(7, 3, { k1: 0, b: 0.75 })).toBe(1);
    expect(termSaturation(2, 9, { k1: 1.2, b: 0 })).toBe(termSaturation(2, 0.1, { k1: 1.2, b: 0 }));
  });
});
