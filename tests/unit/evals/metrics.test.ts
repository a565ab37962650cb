import { describe, expect, it } from 'vitest';
import {
  abstention,
  averagePrecision,
  mean,
  ndcg,
  percentile,
  recall,
  reciprocalRank,
} from '../../../evals/metrics.ts';

const judged = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['off', 0],
]);

describe('ndcg', () => {
  it('is 1 for the ideal order and 0 where nothing relevant is found', () => {
    expect(ndcg(['a', 'b', 'c'], judged, 10)).toBe(1);
    expect(ndcg(['x', 'off'], judged, 10)).toBe(0);
    expect(ndcg(['a'], new Map([['a', 0]]), 10)).toBe(0);
  });

  it('counts linear gains over log2(rank + 1)', () => {
    // c x b x a: 1/1 + 2/2 + 3/log2(6) = 3.160558; ideal 3/1 + 2/log2(3) + 1/2 = 4.761860.
    expect(ndcg(['c', 'x', 'b', 'y', 'a'], judged, 10)).toBeCloseTo(0.663723, 5);
  });

  it('cuts both the list and its ideal at k', () => {
    // c b of a possible a b: (1 + 2/1.584963) / (3 + 2/1.584963) = 2.261860 / 4.261860.
    expect(ndcg(['c', 'b', 'a'], judged, 2)).toBeCloseTo(0.530721, 5);
  });

  it('counts an id once', () => {
    expect(ndcg(['a', 'a', 'b', 'c'], judged, 3)).toBe(1);
  });

  it('agrees with a binary case worked by hand', () => {
    // Relevant r1 r2 r3, found at ranks 1 and 4: (1 + 1/log2(5)) / (1 + 1/log2(3) + 1/2) = 1.430677 / 2.130930.
    const binary = new Map(['r1', 'r2', 'r3'].map((id) => [id, 1]));
    expect(ndcg(['r1', 'x', 'y', 'r2'], binary, 10)).toBeCloseTo(0.671386, 5);
  });
});

describe('recall', () => {
  it('is the share of the relevant among the first k', () => {
    expect(recall(['a', 'x', 'b', 'c'], judged, 3)).toBeCloseTo(2 / 3, 10);
    expect(recall(['x', 'off'], judged, 10)).toBe(0);
    expect(recall(['a'], new Map(), 10)).toBe(0);
  });
});

describe('reciprocalRank', () => {
  it('is one over the first relevant rank', () => {
    expect(reciprocalRank(['off', 'x', 'b', 'a'], judged)).toBeCloseTo(1 / 3, 10);
    expect(reciprocalRank(['x'], judged)).toBe(0);
  });
});

describe('averagePrecision', () => {
  it('is the mean precision at the relevant ranks', () => {
    // Ranks 1, 3 and none: (1/1 + 2/3 + 0) / 3.
    expect(averagePrecision(['a', 'x', 'b'], judged)).toBeCloseTo(5 / 9, 10);
    expect(averagePrecision(['a'], new Map())).toBe(0);
  });
});

describe('abstention', () => {
  it('counts right abstentions over all abstentions and over all that should be', () => {
    const cases = [
      { abstained: true, answerable: false },
      { abstained: true, answerable: false },
      { abstained: true, answerable: true },
      { abstained: false, answerable: false },
      { abstained: false, answerable: true },
    ];
    const measured = abstention(cases);
    expect(measured.precision).toBeCloseTo(2 / 3, 10);
    expect(measured.recall).toBeCloseTo(2 / 3, 10);
  });

  it('is undefined, not perfect, where nothing was picked or nothing was to be', () => {
    expect(abstention([{ abstained: false, answerable: true }])).toEqual({ precision: null, recall: null });
  });
});

describe('mean and percentile', () => {
  it('takes the nearest rank', () => {
    const values = [5, 1, 4, 2, 3];
    expect(mean(values)).toBe(3);
    expect(percentile(values, 0.5)).toBe(3);
    expect(percentile(values, 0.95)).toBe(5);
    expect(percentile(values, 0)).toBe(1);
    expect(percentile([], 0.5)).toBe(0);
    expect(mean([])).toBe(0);
  });
});
