import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexStore, OpenIndex } from '../../src/ports/index-store.ts';
import { createMemoryIndexStore } from '../fakes/memory-index-store.ts';
import { publishAndOpen, type Story } from '../fakes/stories.ts';

const WORDS = ['harbour', 'harbours', 'school', 'rain', 'vote', 'bridge', 'Grain', 'museum', 'the', '1,200'];
const STORIES: readonly Story[] = Array.from({ length: 24 }, (_, at) => ({
  id: `d${String(at).padStart(2, '0')}`,
  title: at % 4 === 0 ? 'Harbour report' : 'Notes',
  paragraphs: Array.from({ length: (at % 3) + 1 }, (_, ordinal) =>
    Array.from({ length: 3 + (at % 5) }, (_, word) => WORDS[(at * (word + 1) + ordinal) % WORDS.length]).join(
      ' ',
    ),
  ),
}));

/** What every term index promises; `make` gives an empty store to build it in. */
export function describeTermIndex(name: string, make: () => Promise<IndexStore>): void {
  describe(`term index contract: ${name}`, () => {
    let index: OpenIndex;
    let oracle: OpenIndex;
    beforeAll(async () => {
      index = await publishAndOpen(await make(), STORIES);
      oracle = await publishAndOpen(createMemoryIndexStore(), STORIES);
    });

    it('scores as BM25 over every passage does, among the allowed', async () => {
      const question = fc.array(fc.constantFrom(...WORDS, 'unseen'), { maxLength: 6 });
      const allowed = fc.option(fc.subarray(STORIES.map(({ id }) => id)), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(question, allowed, async (words, ids) => {
          const options = { limit: 100, ...(ids === undefined ? {} : { documentIds: new Set(ids) }) };
          const found = await index.terms.query(words.join(' '), options);
          const expected = new Map(
            (await oracle.terms.query(words.join(' '), options)).map(({ id, score }) => [id, score]),
          );
          expect(found.map(({ id }) => id).sort()).toEqual([...expected.keys()].sort());
          for (const { id, score } of found) expect(score).toBeCloseTo(expected.get(id) ?? Number.NaN, 4);
        }),
        { numRuns: 60 },
      );
    });

    it('lists best first, ties by id, and the limit cuts that list', async () => {
      const whole = await index.terms.query('harbour rain', { limit: 100 });
      expect(whole.length).toBeGreaterThan(10);
      for (const [at, { id, score }] of whole.entries()) {
        expect(score).toBeGreaterThan(0);
        const next = whole[at + 1];
        if (next !== undefined)
          expect(next.score < score || (next.score === score && next.id > id)).toBe(true);
        expect(await index.terms.query('harbour rain', { limit: at + 1 })).toEqual(whole.slice(0, at + 1));
      }
    });

    it('finds a passage by a word of its title alone', async () => {
      const found = await index.terms.query('report', { limit: 100 });
      expect(found.map(({ id }) => id)).toContain('d00.0');
    });

    it('finds nothing for no words, grammar words and words that no passage has', async () => {
      for (const text of ['', ' \n', 'the of and', 'zyzzyva']) {
        expect(await index.terms.query(text, { limit: 5 })).toEqual([]);
      }
    });

    it('gives the rarer term the higher weight, and an unknown one the highest', () => {
      const [common, rare, unknown] = ['note', 'report', 'zyzzyva'].map((term) =>
        index.terms.inverseDocumentFrequency(term),
      );
      expect(common).toBeGreaterThan(0);
      expect(rare).toBeGreaterThan(common ?? 0);
      expect(unknown).toBeGreaterThan(rare ?? 0);
      expect(unknown).toBeCloseTo(oracle.terms.inverseDocumentFrequency('zyzzyva'), 9);
    });

    it('stops when it is aborted', async () => {
      const query = index.terms.query('harbour', { limit: 5, signal: AbortSignal.abort() });
      await expect(query).rejects.toMatchObject({ code: 'aborted' });
    });
  });
}
