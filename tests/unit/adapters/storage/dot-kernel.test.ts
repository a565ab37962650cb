import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDotKernel } from '../../../../src/adapters/storage/dot-kernel.ts';

const numbers = (length: number) =>
  fc
    .array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));

const tables = fc.record({ dimensions: fc.integer({ min: 1, max: 40 }), rows: fc.nat(9) }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    vectors: fc.array(numbers(size.dimensions), { minLength: size.rows, maxLength: size.rows }),
    question: numbers(size.dimensions),
  }),
);

/** Four sums in double precision, each of every fourth product. */
function plainDot(vector: Float32Array, question: Float32Array): number {
  const sums = [0, 0, 0, 0];
  for (const [at, value] of vector.entries()) {
    sums[at % 4] = (sums[at % 4] ?? 0) + value * (question[at] ?? 0);
  }
  const [a = 0, b = 0, c = 0, d = 0] = sums;
  return a + b + (c + d);
}

describe('the dot products of a table', () => {
  it('are the plain ones to the last bit, for any number of rows and of numbers in a row', () => {
    fc.assert(
      fc.property(tables, ({ size, vectors, question }) => {
        const kernel = createDotKernel(size);
        for (const [row, vector] of vectors.entries()) kernel.values.set(vector, row * kernel.stride);
        // `+ 0` because a sum of zeros may be -0.
        const expected = vectors.map((vector) => plainDot(vector, question) + 0);
        for (const _ of [1, 2]) {
          expect([...kernel.dots(question)].map((product) => product + 0)).toEqual(expected);
        }
      }),
    );
  });
});
