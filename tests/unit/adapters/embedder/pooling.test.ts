import { describe, expect, it } from 'vitest';
import { meanPoolToUnit } from '../../../../src/adapters/embedder/pooling.ts';

describe('meanPoolToUnit', () => {
  it('takes the mean of the rows and scales it to length one', () => {
    const data = Float32Array.of(1, 2, 5, 6);
    expect([...meanPoolToUnit({ data, tokens: 2, dimensions: 2 })]).toEqual([
      Math.fround(0.6),
      Math.fround(0.8),
    ]);
  });

  it('leaves a zero vector zero', () => {
    const data = Float32Array.of(1, -1, -1, 1);
    expect([...meanPoolToUnit({ data, tokens: 2, dimensions: 2 })]).toEqual([0, 0]);
  });

  it('reads no further than its tokens', () => {
    const data = Float32Array.of(3, 4, 100, 100);
    expect([...meanPoolToUnit({ data, tokens: 1, dimensions: 2 })]).toEqual([
      Math.fround(0.6),
      Math.fround(0.8),
    ]);
  });
});
