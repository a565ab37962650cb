import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexStore, OpenIndex } from '../../src/ports/index-store.ts';
import { beginWith, indexed, manifestFor, publishAndOpen, type Story } from '../fakes/stories.ts';

const STORIES: readonly Story[] = [
  { id: 'd2', paragraphs: ['Zweiter Absatz: Größe 🦢.', 'Конец.'] },
  { id: 'd1', paragraphs: ['One “quoted” line\twith a tab.', 'A lone surrogate \ud800 survives.', 'Three.'] },
];

/** What every passage store promises; `make` gives an empty store to build it in. */
export function describePassageStore(name: string, make: () => Promise<IndexStore>): void {
  describe(`passage store contract: ${name}`, () => {
    let index: OpenIndex;
    beforeAll(async () => {
      index = await publishAndOpen(await make(), STORIES);
    });

    it('gives documents back as they were added', async () => {
      for (const story of STORIES) {
        expect(await index.passages.document(story.id)).toEqual((await indexed(story)).document);
      }
      expect(await index.passages.document('dnone')).toBeNull();
    });

    it('gives passages in the order asked, each with the words of its span', async () => {
      const found = await index.passages.passages(['d1.2', 'd2.0', 'd1.1']);
      expect(found.map(({ id, text }) => [id, text])).toEqual([
        ['d1.2', 'Three.'],
        ['d2.0', 'Zweiter Absatz: Größe 🦢.'],
        ['d1.1', 'A lone surrogate \ud800 survives.'],
      ]);
      for (const { documentId, start, end, text } of found) {
        expect((await index.passages.document(documentId))?.text.slice(start, end)).toBe(text);
      }
    });

    it('gives the passages of a document in order, none for an unknown one', async () => {
      expect((await index.passages.passagesOf('d1')).map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
      expect(await index.passages.passagesOf('dnone')).toEqual([]);
    });

    it('reports an unknown passage as damage', async () => {
      await expect(index.passages.passages(['d1.9'])).rejects.toMatchObject({ code: 'index-damaged' });
    });

    it('tells which documents tell one story, alone where none was named', async () => {
      const store = await make();
      const stories = ['d3', 'd1', 'd4', 'd2'].map((id): Story => ({ id, paragraphs: ['One line.'] }));
      const build = await beginWith(store, stories);
      await build.commit(manifestFor(await Promise.all(stories.map(indexed))), [['d2', 'd4']]);
      const { passages } = await store.open();
      expect(await passages.storyOf('d4')).toEqual(['d2', 'd4']);
      expect(await passages.storyOf('d2')).toEqual(['d2', 'd4']);
      expect(await passages.storyOf('d1')).toEqual(['d1']);
      expect(await passages.storyOf('dnone')).toEqual([]);
      expect(await passages.listStories()).toEqual([['d1'], ['d2', 'd4'], ['d3']]);
    });

    it('lists documents by path, without their text', async () => {
      const list = await index.passages.listDocuments();
      expect(list.map(({ path, passageCount }) => [path, passageCount])).toEqual([
        ['d1.txt', 3],
        ['d2.txt', 2],
      ]);
      expect(Object.keys(list[0] ?? {})).not.toContain('text');
      expect(Object.keys(list[0] ?? {})).not.toContain('blocks');
    });
  });
}
