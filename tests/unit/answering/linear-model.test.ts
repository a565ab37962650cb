import { describe, expect, it } from 'vitest';
import { linearScore, shares, sigmoid } from '../../../src/answering/linear-model.ts';

describe('linearScore', () => {
  it('sums the weighted measures and the bias; a measure without weight counts nothing', () => {
    expect(linearScore({ bias: 1, weights: { a: 2 } }, { a: 3, b: 100 })).toBe(7);
  });
});

describe('sigmoid', () => {
  it('is even odds at 0', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(800)).toBe(1);
    expect(sigmoid(-800)).toBe(0);
  });
});

describe('shares', () => {
  it('sum to 1 and keep the order, for scores however large', () => {
    const [first = 0, second = 0, third = 0] = shares([1_000, 999, 0]);
    expect(first + second + third).toBeCloseTo(1, 12);
    expect(first / second).toBeCloseTo(Math.E, 9);
    expect(third).toBe(0);
    expect(shares([])).toEqual([]);
  });
});
