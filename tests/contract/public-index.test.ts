import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexedDocument, IndexStore, OpenIndex } from '../../src/ports/index-store.ts';
import { publicIndex } from '../../src/use-cases/public-index.ts';
import { createMemoryIndexStore } from '../fakes/memory-index-store.ts';
import { embedQuestion, indexed, manifestFor, type Story } from '../fakes/stories.ts';
import { describePassageStore } from './passage-store.contract.ts';
import { describeVectorIndex } from './vector-index.contract.ts';

/** A store whose indexes hold documents for the desk beside those that are added, and show the public ones. */
function publicPartOf(store: IndexStore): IndexStore {
  return {
    ...store,
    open: async () => publicIndex(await store.open()),
    async begin() {
      const build = await store.begin();
      for (let at = 0; at < 20; at++) {
        const secret: Story = { id: `e${at}`, paragraphs: ['harbour school rain vote', 'museum strike'] };
        await build.add(forDesk(await indexed(secret)));
      }
      return build;
    },
  };
}

const forDesk = (entry: IndexedDocument): IndexedDocument => ({
  ...entry,
  document: { ...entry.document, access: 'desk' },
});

// The public part of an index keeps what any index promises; its word weights alone count all passages.
const make = async () => publicPartOf(createMemoryIndexStore());
describeVectorIndex('public part', make);
describePassageStore('public part', make);

const IDS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'];

describe('the public part of an index', () => {
  let entries: readonly IndexedDocument[];
  beforeAll(async () => {
    // All alike, so that whatever is left out is outranked by nothing but order.
    entries = await Promise.all(
      IDS.map((id) => indexed({ id, paragraphs: ['harbour vote', 'harbour rain'] })),
    );
  });

  async function indexWith(hidden: ReadonlySet<string>): Promise<OpenIndex> {
    const build = await createMemoryIndexStoreWith(hidden);
    return publicIndex(build);
  }

  async function createMemoryIndexStoreWith(hidden: ReadonlySet<string>): Promise<OpenIndex> {
    const store = createMemoryIndexStore();
    const build = await store.begin();
    for (const entry of entries) await build.add(hidden.has(entry.document.id) ? forDesk(entry) : entry);
    await build.commit(manifestFor(entries), [
      ['d0', 'd1', 'd4'],
      ['d2', 'd3'],
    ]);
    return store.open();
  }

  it('fills every list to its limit from public documents, and names no other anywhere', async () => {
    const vector = await embedQuestion('harbour');
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(IDS),
        fc.integer({ min: 1, max: 15 }),
        fc.option(fc.subarray(IDS), { nil: undefined }),
        async (hidden, limit, allowed) => {
          const index = await indexWith(new Set(hidden));
          const shown = IDS.filter((id) => !hidden.includes(id));
          const options = { limit, ...(allowed === undefined ? {} : { documentIds: new Set(allowed) }) };
          const among = shown.filter((id) => allowed?.includes(id) ?? true);
          const lists = [
            await index.vectors.query(vector, options),
            await index.terms.query('harbour', options),
          ];
          for (const list of lists) {
            expect(list).toHaveLength(Math.min(limit, among.length * 2));
            expect(list.every(({ id }) => among.includes(id.split('.')[0] ?? ''))).toBe(true);
          }
          expect((await index.passages.listDocuments()).map(({ id }) => id)).toEqual(shown);
          const { documentCount, passageCount } = index.manifest;
          expect([documentCount, passageCount]).toEqual([shown.length, shown.length * 2]);
          const stories = await index.passages.listStories();
          expect(stories.flat().toSorted()).toEqual(shown);
          expect(stories).toEqual(stories.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not give out a document that is asked for by its id, nor its passages, vectors and story', async () => {
    const { passages, vectors } = await indexWith(new Set(['d1']));
    expect(await passages.document('d1')).toBeNull();
    expect(await passages.passagesOf('d1')).toEqual([]);
    expect(await passages.storyOf('d1')).toEqual([]);
    expect(await passages.storyOf('d0')).toEqual(['d0', 'd4']);
    await expect(passages.passages(['d0.0', 'd1.0'])).rejects.toMatchObject({ code: 'index-damaged' });
    await expect(vectors.vectors(['d1.0'])).rejects.toMatchObject({ code: 'index-damaged' });
  });

  it('is the index itself where all of it is public', async () => {
    const index = await createMemoryIndexStoreWith(new Set());
    expect(await publicIndex(index)).toBe(index);
    expect(await publicIndex(index, (path) => path === 'd1.txt')).not.toBe(index);
  });
});
