import { describe, expect, it } from 'vitest';
import type { IndexStore } from '../../src/ports/index-store.ts';
import {
  beginWith,
  documentIds,
  embedQuestion,
  indexed,
  manifestFor,
  publish,
  type Story,
} from '../fakes/stories.ts';

const HARBOUR: Story = { id: 'd1', paragraphs: ['The harbour opened on Monday.', 'It cost four million.'] };
const SCHOOL: Story = { id: 'd2', paragraphs: ['The school serves warm meals.'] };

/** What every index store promises; `make` gives an empty one each time. */
export function describeIndexStore(name: string, make: () => Promise<IndexStore>): void {
  describe(`index store contract: ${name}`, () => {
    it('says that there is no index yet', async () => {
      const store = await make();
      await expect(store.open()).rejects.toMatchObject({ code: 'index-missing' });
      expect(await store.currentGeneration()).toBeNull();
    });

    it('opens what was committed, with its manifest', async () => {
      const store = await make();
      await publish(store, [HARBOUR, SCHOOL]);
      const index = await store.open();
      expect(index.manifest).toEqual(manifestFor(await Promise.all([HARBOUR, SCHOOL].map(indexed))));
      expect(await documentIds(index)).toEqual(['d1', 'd2']);
    });

    it('keeps a build invisible until it is committed', async () => {
      const store = await make();
      await publish(store, [HARBOUR]);
      const before = await store.currentGeneration();
      const build = await beginWith(store, [SCHOOL]);
      expect(await store.currentGeneration()).toBe(before);
      expect(await documentIds(await store.open())).toEqual(['d1']);
      await build.commit(manifestFor([await indexed(SCHOOL)]));
      expect(await store.currentGeneration()).not.toBe(before);
      expect(await documentIds(await store.open())).toEqual(['d2']);
    });

    it('leaves the index as it was when a build is discarded', async () => {
      const store = await make();
      await publish(store, [HARBOUR]);
      const before = await store.currentGeneration();
      await (await beginWith(store, [SCHOOL])).discard();
      expect(await store.currentGeneration()).toBe(before);
      expect(await documentIds(await store.open())).toEqual(['d1']);
    });

    it('leaves an open index readable while newer ones are built', async () => {
      const store = await make();
      await publish(store, [HARBOUR]);
      const old = await store.open();
      await publish(store, [SCHOOL]);
      await publish(store, [SCHOOL, HARBOUR]);
      const vector = await embedQuestion('harbour');
      expect((await old.vectors.query(vector, { limit: 1 }))[0]?.id).toBe('d1.0');
      expect((await old.terms.query('harbour', { limit: 5 })).map(({ id }) => id)).toEqual(['d1.0']);
      expect((await old.passages.passagesOf('d1')).map(({ text }) => text)).toEqual(HARBOUR.paragraphs);
      expect((await old.passages.document('d1'))?.text).toBe(HARBOUR.paragraphs.join('\n\n'));
    });

    it('opens an index of no documents', async () => {
      const store = await make();
      await publish(store, []);
      const index = await store.open();
      expect(await documentIds(index)).toEqual([]);
      expect(await index.vectors.query(await embedQuestion('harbour'), { limit: 5 })).toEqual([]);
      expect(await index.terms.query('harbour', { limit: 5 })).toEqual([]);
    });

    it('gives a generation that is made again from the same documents a name of its own', async () => {
      const store = await make();
      await publish(store, [HARBOUR]);
      const before = await store.currentGeneration();
      await publish(store, [HARBOUR]);
      expect(await store.currentGeneration()).not.toBe(before);
    });

    it('names itself and its comfortable size', async () => {
      const { traits } = await make();
      expect(traits.name).not.toBe('');
      expect(traits.comfortablePassages ?? Number.POSITIVE_INFINITY).toBeGreaterThan(0);
    });
  });
}
