import { describe, expect, it } from 'vitest';
import { BucketPairs } from '../../../src/retrieval/bucket-pairs.ts';

describe('BucketPairs', () => {
  it('gives each item that shares a key, once', () => {
    const pairs = new BucketPairs();
    expect(pairs.add(0, [1, 2])).toEqual([]);
    expect(pairs.add(1, [2, 3])).toEqual([0]);
    expect(pairs.add(2, [1, 2, 3]).sort()).toEqual([0, 1]);
    expect(pairs.add(3, [4])).toEqual([]);
  });

  it('compares with the latest of a full bucket, so that the work does not grow with it', () => {
    const pairs = new BucketPairs();
    const met = Array.from({ length: 100 }, (_, item) => pairs.add(item, [7]));
    expect(Math.max(...met.map((list) => list.length))).toBe(16);
    expect(met[99]).toContain(98);
  });
});
