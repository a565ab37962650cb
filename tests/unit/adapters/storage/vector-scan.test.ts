import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVectorScan } from '../../../../src/adapters/storage/vector-scan.ts';

interface Row {
  readonly id: string;
  readonly documentId: string;
  readonly vector: Float32Array;
}

function scanOf(rows: readonly Row[], dimensions: number) {
  const tableOf = (some: readonly Row[]) => ({
    ids: some.map(({ id }) => id),
    documentIds: some.map(({ documentId }) => documentId),
    dimensions,
    values: Float32Array.from(some.flatMap(({ vector }) => [...vector])),
  });
  const half = Math.floor(rows.length / 2);
  return createVectorScan([tableOf(rows.slice(0, half)), tableOf(rows.slice(half))]);
}

// Quarters and their products are exact in floating point, so any order of summing gives the same
// score, and so few values make many ties.
const vectorOf = (dimensions: number) =>
  fc
    .array(fc.integer({ min: -4, max: 4 }), { minLength: dimensions, maxLength: dimensions })
    .map((quarters) => Float32Array.from(quarters, (quarter) => quarter / 4));

const cases = fc.integer({ min: 1, max: 11 }).chain((dimensions) =>
  fc.record({
    dimensions: fc.constant(dimensions),
    vectors: fc.array(vectorOf(dimensions), { minLength: 1, maxLength: 60 }),
    question: vectorOf(dimensions),
    limit: fc.integer({ min: 1, max: 70 }),
    allowed: fc.option(fc.subarray(['d0', 'd1', 'd2', 'd3', 'd4']), { nil: undefined }),
  }),
);

function rowsOf(vectors: readonly Float32Array[]): Row[] {
  // Ids in another order than the rows, so that a tie in order of rows would show.
  return vectors.map((vector, at) => ({ id: `p${(at * 37) % 101}`, documentId: `d${at % 5}`, vector }));
}

function sortEverything(
  rows: readonly Row[],
  question: Float32Array,
  allowed: readonly string[] | undefined,
): { id: string; score: number }[] {
  return rows
    .filter(({ documentId }) => allowed?.includes(documentId) ?? true)
    .map(({ id, vector }) => ({
      id,
      score: vector.reduce((sum, value, at) => sum + value * (question[at] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe('the scan over all vectors', () => {
  it('finds what sorting everything would put first', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ dimensions, vectors, question, limit, allowed }) => {
        const rows = rowsOf(vectors);
        const filter = allowed === undefined ? {} : { documentIds: new Set(allowed) };
        const found = await scanOf(rows, dimensions).query(question, { limit, ...filter });
        // `+ 0` because a sum of zeros may be -0.
        expect(found.map(({ id, score }) => ({ id, score: score + 0 }))).toEqual(
          sortEverything(rows, question, allowed)
            .slice(0, limit)
            .map(({ id, score }) => ({ id, score: score + 0 })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives vectors that a caller may change', async () => {
    const scan = scanOf(rowsOf([Float32Array.of(0.6, 0.8)]), 2);
    const [first] = await scan.vectors(['p0']);
    first?.fill(7);
    expect(await scan.vectors(['p0'])).toEqual([Float32Array.of(0.6, 0.8)]);
  });

  it('refuses a question of another length, with both lengths', async () => {
    const scan = scanOf(rowsOf([Float32Array.of(0.6, 0.8)]), 2);
    await expect(scan.query(new Float32Array(3), { limit: 1 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/3 numbers.* 2\./),
    });
  });
});
