import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexStore, OpenIndex } from '../../src/ports/index-store.ts';
import { embedQuestion, indexed, publishAndOpen, type Story } from '../fakes/stories.ts';

const WORDS = ['harbour', 'school', 'rain', 'vote', 'bridge', 'grain', 'museum', 'strike'];
// Few words, so that many passages are equal and tie.
const STORIES: readonly Story[] = Array.from({ length: 30 }, (_, at) => ({
  id: `d${String(at).padStart(2, '0')}`,
  paragraphs: Array.from({ length: (at % 3) + 1 }, (_, ordinal) =>
    [WORDS[at % 8], WORDS[(at * 3 + ordinal) % 8]].join(' '),
  ),
}));

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** What every vector index promises; `make` gives an empty store to build it in. */
export function describeVectorIndex(name: string, make: () => Promise<IndexStore>): void {
  describe(`vector index contract: ${name}`, () => {
    let index: OpenIndex;
    let all: { id: string; documentId: string; vector: Float32Array }[];
    beforeAll(async () => {
      index = await publishAndOpen(await make(), STORIES);
      const entries = await Promise.all(STORIES.map(indexed));
      all = entries.flatMap(({ document, passages, vectors }) =>
        passages.map(({ id }, at) => ({
          id,
          documentId: document.id,
          vector: vectors[at] ?? new Float32Array(),
        })),
      );
    });

    it('finds exactly the best, in order, ties by id, among the allowed', async () => {
      const question = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
      const allowed = fc.option(fc.subarray(STORIES.map(({ id }) => id)), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(question, fc.integer({ min: 1, max: 80 }), allowed, async (words, limit, ids) => {
          const vector = await embedQuestion(words.join(' '));
          const documentIds = ids === undefined ? {} : { documentIds: new Set(ids) };
          const found = await index.vectors.query(vector, { limit, ...documentIds });
          const expected = all
            .filter(({ documentId }) => ids?.includes(documentId) ?? true)
            .map(({ id, vector: other }) => ({ id, score: dot(vector, other) }))
            .sort((a, b) => b.score - a.score);
          expect(found).toHaveLength(Math.min(limit, expected.length));
          for (const [at, { id, score }] of found.entries()) {
            expect(score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 5);
            expect(score).toBeCloseTo(expected.find((other) => other.id === id)?.score ?? Number.NaN, 5);
            const next = found[at + 1];
            if (next !== undefined)
              expect(next.score < score || (next.score === score && next.id > id)).toBe(true);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('takes the first ids of a tie that the limit cuts', async () => {
      const vector = await embedQuestion('harbour harbour');
      const whole = await index.vectors.query(vector, { limit: all.length });
      for (let limit = 1; limit < whole.length; limit++) {
        expect(await index.vectors.query(vector, { limit })).toEqual(whole.slice(0, limit));
      }
    });

    it('finds nothing where no document is allowed', async () => {
      const vector = await embedQuestion('harbour');
      expect(await index.vectors.query(vector, { limit: 5, documentIds: new Set() })).toEqual([]);
      expect(await index.vectors.query(vector, { limit: 5, documentIds: new Set(['dnone']) })).toEqual([]);
    });

    it('gives vectors back bit for bit, in the order asked', async () => {
      const asked = [all[7], all[0], all[7], all[20]].filter((entry) => entry !== undefined);
      expect(await index.vectors.vectors(asked.map(({ id }) => id))).toEqual(
        asked.map(({ vector }) => vector),
      );
    });

    it('reports an unknown id as damage', async () => {
      await expect(index.vectors.vectors(['d00.0', 'dnone.0'])).rejects.toMatchObject({
        code: 'index-damaged',
      });
    });

    it('stops when it is aborted', async () => {
      const vector = await embedQuestion('harbour');
      const query = index.vectors.query(vector, { limit: 5, signal: AbortSignal.abort() });
      await expect(query).rejects.toMatchObject({ code: 'aborted' });
    });
  });
}
