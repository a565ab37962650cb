import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuckets } from '../../../src/http/token-buckets.ts';

describe('token buckets', () => {
  it('never give more in any minute than two minutes’ worth, and give when they said they would', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), pauses, (perMinute, waits) => {
        let nowMs = 0;
        const buckets = createTokenBuckets({ perMinute, monotonicMs: () => nowMs });
        const taken: number[] = [];
        for (const wait of waits) {
          nowMs += wait;
          if (buckets.waitMs('a') === 0) {
            buckets.take('a');
            taken.push(nowMs);
          } else {
            nowMs += buckets.waitMs('a');
            expect(buckets.waitMs('a')).toBe(0);
          }
        }
        for (const from of taken) {
          const within = taken.filter((at) => at >= from && at < from + 60_000).length;
          expect(within).toBeLessThanOrEqual(2 * perMinute);
        }
      }),
    );
  });

  it('are apart from one another', () => {
    const buckets = createTokenBuckets({ perMinute: 1, monotonicMs: () => 0 });
    buckets.take('a');
    expect(buckets.waitMs('a')).toBe(60_000);
    expect(buckets.waitMs('b')).toBe(0);
  });

  it('forget the name that was unused for longest', () => {
    const buckets = createTokenBuckets({ perMinute: 2, monotonicMs: () => 0, maxNames: 2 });
    for (const name of ['a', 'b', 'a', 'c']) buckets.take(name);
    buckets.take('c');
    expect(buckets.waitMs('a')).toBeGreaterThan(0);
    expect(buckets.waitMs('b')).toBe(0);
    expect(buckets.waitMs('c')).toBeGreaterThan(0);
  });
});
