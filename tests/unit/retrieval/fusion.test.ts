import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, VECTOR_SHARE } from '../../../src/retrieval/fusion.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('fuse', () => {
  it('adds the shares of both scores, each over the best of its list', () => {
    const similar = [
      { id: 'a', score: 0.8 },
      { id: 'b', score: 0.4 },
    ];
    const worded = [
      { id: 'b', score: 10 },
      { id: 'c', score: 5 },
    ];
    const fused = fuse(similar, worded, { vectorShare: 0.6, cutAt: 100 });
    // a: 0.6 * 1; b: 0.6 * 0.5 + 0.4 * 1; c: 0.4 * 0.5.
    expect(fused.map(({ id, fused: score }) => [id, Number(score.toFixed(10))])).toEqual([
      ['b', 0.7],
      ['a', 0.6],
      ['c', 0.2],
    ]);
    expect(fused[0]).toMatchObject({ vector: { rank: 2, similarity: 0.4 }, terms: { rank: 1, score: 10 } });
    expect(fused[2]).toMatchObject({ vector: null, terms: { rank: 2, score: 5 } });
  });

  it('gives 1 to what leads both lists', () => {
    const lead = [{ id: 'a', score: 0.3 }];
    expect(fuse(lead, lead, { cutAt: 10 })[0]?.fused).toBeCloseTo(1, 10);
  });

  it('lets a passage beyond a cut list have that list’s last similarity', () => {
    const similar = [
      { id: 'a', score: 0.8 },
      { id: 'b', score: 0.6 },
    ];
    const worded = [{ id: 'z', score: 3 }];
    const rest = 1 - VECTOR_SHARE;
    const scoreOfZ = (cutAt: number) => fuse(similar, worded, { cutAt }).find(({ id }) => id === 'z')?.fused;
    expect(scoreOfZ(2)).toBeCloseTo(VECTOR_SHARE * 0.75 + rest, 10);
    expect(scoreOfZ(3)).toBeCloseTo(rest, 10);
  });

  it('counts a cosine below 0 as 0', () => {
    const similar = [
      { id: 'a', score: -0.1 },
      { id: 'b', score: -0.2 },
    ];
    expect(fuse(similar, [], { cutAt: 10 }).map(({ fused }) => fused)).toEqual([0, 0]);
  });

  it('breaks ties in order of id and is empty for empty lists', () => {
    const tied = ['c', 'a', 'b'].map((id) => ({ id, score: 0.5 }));
    expect(ids(fuse(tied, [], { cutAt: 10 }))).toEqual(['a', 'b', 'c']);
    expect(fuse([], [], { cutAt: 10 })).toEqual([]);
  });

  it('holds each passage once, best first, between 0 and 1', () => {
    const list = (min: number, max: number) =>
      fc
        .uniqueArray(
          fc.record({ id: fc.constantFrom(...'abcdefgh'), score: fc.double({ min, max, noNaN: true }) }),
          { selector: ({ id }) => id },
        )
        .map((scored) => scored.toSorted((a, b) => b.score - a.score));
    fc.assert(
      fc.property(list(-1, 1), list(1e-6, 40), (similar, worded) => {
        const fused = fuse(similar, worded, { cutAt: 5 });
        expect(new Set(ids(fused))).toEqual(new Set([...ids(similar), ...ids(worded)]));
        expect(ids(fused).length).toBe(new Set(ids(fused)).size);
        for (const [at, { fused: score }] of fused.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
          expect(score).toBeLessThanOrEqual(fused[at - 1]?.fused ?? 2);
        }
      }),
      // The smallest scores there are lose their digits when they are multiplied first.
      { examples: [[[{ id: 'e', score: 6.4e-323 }], [{ id: 'e', score: 0.000001 }]]] },
    );
  });
});
