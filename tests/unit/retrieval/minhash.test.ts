import { describe, expect, it } from 'vitest';
import { BANDS, bandKeys, signatureOf } from '../../../src/retrieval/minhash.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const signature = (shingles: Iterable<number>) => signatureOf(shingles) ?? new Uint32Array();

/** Share of equal places: the estimate of the Jaccard index. */
function estimate(a: Uint32Array, b: Uint32Array): number {
  return a.filter((value, at) => value === b[at]).length / a.length;
}

describe('signatureOf', () => {
  it.each([
    [100, 1],
    [80, 0.67],
    [50, 0.33],
    [20, 0.11],
    [0, 0],
  ])('estimates how alike two sets of 100 are that share %d', (shared, jaccard) => {
    // Means over many sets: one estimate of 128 hash functions is off by 0.04 as a rule.
    const estimates = numbers(0, 30).map((round) => {
      const base = round * 10_000;
      const other = [...numbers(base, base + shared), ...numbers(base + 5_000, base + 5_100 - shared)];
      return estimate(signature(numbers(base, base + 100)), signature(other));
    });
    expect(Math.abs(estimates.reduce((sum, one) => sum + one, 0) / 30 - jaccard)).toBeLessThan(0.04);
  });

  it('does not ask for an order, and has none for an empty set', () => {
    expect(signature([3, 1, 2])).toEqual(signature([1, 2, 3]));
    expect(signatureOf([])).toBeNull();
  });
});

describe('bandKeys', () => {
  it('has one key a band, all of them shared by equal sets', () => {
    const keys = bandKeys(signature(numbers(0, 50)));
    expect(keys).toHaveLength(BANDS);
    expect(bandKeys(signature(numbers(0, 50)))).toEqual(keys);
    expect(new Set(keys).isDisjointFrom(new Set(bandKeys(signature(numbers(900, 950)))))).toBe(true);
  });
});
