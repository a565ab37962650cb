import { describe, expect, it } from 'vitest';
import { figureHolds, figureLine } from '../../../bench/benchmark.ts';
import { median, percentile } from '../../../bench/measure/statistics.ts';

describe('percentile', () => {
  it('is the value at the nearest rank', () => {
    const values = [50, 10, 30, 20, 40];
    expect([0, 0.2, 0.21, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([
      10, 10, 20, 30, 50, 50,
    ]);
  });

  it('needs a value', () => {
    expect(() => percentile([], 0.5)).toThrow();
  });
});

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('needs a value', () => {
    expect(() => median([])).toThrow();
  });
});

describe('a figure', () => {
  const figure = { what: 'ratio', value: 0.9, unit: '' };

  it('holds within its bounds, and without any', () => {
    expect(figureHolds(figure)).toBe(true);
    expect(figureHolds({ ...figure, atLeast: 0.9, atMost: 0.9 })).toBe(true);
    expect(figureHolds({ ...figure, atLeast: 0.91 })).toBe(false);
    expect(figureHolds({ ...figure, atMost: 0.89 })).toBe(false);
    expect(figureHolds({ ...figure, value: Number.NaN, atLeast: 0 })).toBe(false);
  });

  it('says what was promised and whether it holds', () => {
    expect(figureLine({ ...figure, atLeast: 0.95 })).toMatch(/^ratio +0\.900 .*at least 0\.95: MISSED/);
    expect(figureLine({ ...figure, value: 12.34, unit: 'ms', atMost: 15 })).toMatch(
      /12\.3 ms \(at most 15: holds/,
    );
  });
});
