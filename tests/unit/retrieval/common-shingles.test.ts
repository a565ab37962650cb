import { describe, expect, it } from 'vitest';
import { commonShingles } from '../../../src/retrieval/common-shingles.ts';

const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ shingles: Uint32Array.from([7, 1_000_003 * (at + 1)]) }));

describe('commonShingles', () => {
  it('tells what more than twenty texts hold', () => {
    const isCommon = commonShingles(texts(40));
    expect(isCommon(7)).toBe(true);
    expect(isCommon(1_000_003 * 5)).toBe(false);
  });

  it('finds nothing common among twenty', () => {
    expect(commonShingles(texts(20))(7)).toBe(false);
    expect(commonShingles([])(7)).toBe(false);
  });
});
