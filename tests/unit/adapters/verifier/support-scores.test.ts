import { describe, expect, it } from 'vitest';
import { supportScores } from '../../../../src/adapters/verifier/support-scores.ts';

describe('supportScores', () => {
  it('turns equal logits into thirds', () => {
    expect(supportScores(Float32Array.of(2, 2, 2))).toEqual({
      supports: 1 / 3,
      saysNothing: 1 / 3,
      contradicts: 1 / 3,
    });
  });

  it('gives each class e to its logit over the sum', () => {
    const { supports, saysNothing, contradicts } = supportScores(Float32Array.of(0, 1, 2));
    expect(saysNothing / supports).toBeCloseTo(Math.E, 12);
    expect(contradicts / saysNothing).toBeCloseTo(Math.E, 12);
    expect(supports + saysNothing + contradicts).toBeCloseTo(1, 12);
  });

  it('stands logits that would overflow', () => {
    expect(supportScores(Float32Array.of(1e30, 0, -1e30))).toEqual({
      supports: 1,
      saysNothing: 0,
      contradicts: 0,
    });
  });

  it.each([[[]], [[1, 2]], [[Number.NaN, 0, 0]], [[Number.POSITIVE_INFINITY, 0, 0]]])(
    'refuses %j',
    (logits) => {
      expect(() => supportScores(Float32Array.from(logits))).toThrow('Three finite logits');
    },
  );
});
