import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertUnitLength,
  encodeShard,
  openVectorIndex,
  type StoredVector,
} from '../../../../src/adapters/storage/vector-shards.ts';
import { embedQuestion } from '../../../fakes/stories.ts';

const WORDS = ['harbour', 'school', 'rain', 'vote', 'bridge'];

async function stored(count: number): Promise<StoredVector[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      id: `d${at % 7}.${at}`,
      documentId: `d${at % 7}`,
      // So few words that most vectors have twins in other shards.
      vector: await embedQuestion(`${WORDS[at % 5]} ${WORDS[(at * 2) % 5]}`),
    })),
  );
}

const slices = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

describe('vectors in shards', () => {
  it('are found as if they were in one, whatever the size of a shard', async () => {
    const all = await stored(60);
    const whole = await openVectorIndex([await encodeShard(all)]);
    for (const size of [7, 20, 59]) {
      const split = await openVectorIndex(await Promise.all(slices(all, size).map(encodeShard)));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 70 }), async (word, limit) => {
          const vector = await embedQuestion(word);
          expect(await split.query(vector, { limit })).toEqual(await whole.query(vector, { limit }));
        }),
        { numRuns: 20 },
      );
    }
  }, 30_000);

  it('score the same with documents named as without', async () => {
    const all = await stored(60);
    const index = await openVectorIndex(await Promise.all(slices(all, 20).map(encodeShard)));
    const vector = await embedQuestion('harbour vote');
    const documentIds = new Set(all.map(({ documentId }) => documentId));
    expect(await index.query(vector, { limit: 25, documentIds })).toEqual(
      await index.query(vector, { limit: 25 }),
    );
  });

  it('are damaged when they are not all of one length', async () => {
    const shardOf = (...vectors: number[][]) =>
      encodeShard(
        vectors.map((v, at) => ({ id: `d1.${at}`, documentId: 'd1', vector: Float32Array.from(v) })),
      );
    const mixed = shardOf([0.6, 0.8], [1, 0, 0]);
    await expect(openVectorIndex([await mixed])).rejects.toMatchObject({ code: 'index-damaged' });
    const files = [await shardOf([0.6, 0.8]), await shardOf([1, 0, 0])];
    await expect(openVectorIndex(files)).rejects.toMatchObject({ code: 'index-damaged' });
  });

  it('may be none', async () => {
    const index = await openVectorIndex([]);
    expect(await index.query(await embedQuestion('harbour'), { limit: 3 })).toEqual([]);
  });
});

describe('assertUnitLength', () => {
  it('takes rounding, not a vector of another length', () => {
    expect(() => assertUnitLength(Float32Array.of(0.6, 0.8), 'd1.0')).not.toThrow();
    expect(() => assertUnitLength(Float32Array.of(0.6001, 0.8), 'd1.0')).not.toThrow();
    expect(() => assertUnitLength(Float32Array.of(1, 1), 'd1.0')).toThrow('passage d1.0');
    expect(() => assertUnitLength(Float32Array.of(), 'd1.0')).toThrow();
  });
});
