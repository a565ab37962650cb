import { describe, expect, it } from 'vitest';
import { planeKeys } from '../../../src/retrieval/hyperplanes.ts';

const DIMENSIONS = 64;
const keysOf = planeKeys(DIMENSIONS);
// Two directions at right angles, turned towards each other by the angle that is asked for.
const vector = (cosine: number, round: number) =>
  Float32Array.from({ length: DIMENSIONS }, (_, at) => {
    const [along, across] = [Math.sin(at * 7 + round), Math.sin(at * 13 + round * 3 + 5)];
    return cosine * along + Math.sqrt(1 - cosine ** 2) * across;
  });

function meetingShare(cosine: number): number {
  const rounds = Array.from({ length: 100 }, (_, round) => round);
  const met = rounds.filter((round) => {
    const keys = new Set(keysOf(vector(1, round)));
    return keysOf(vector(cosine, round)).some((key) => keys.has(key));
  });
  return met.length / rounds.length;
}

describe('planeKeys', () => {
  it('gives vectors that point the same way a key in common, and others none', () => {
    expect(meetingShare(1)).toBe(1);
    expect(meetingShare(0.97)).toBeGreaterThan(0.95);
    expect(meetingShare(0)).toBeLessThan(0.1);
  });
});
