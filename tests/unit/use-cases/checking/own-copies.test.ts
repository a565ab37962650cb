import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/domain/document.ts';
import type { OpenIndex } from '../../../../src/ports/index-store.ts';
import { findOwnCopies, withoutDocuments } from '../../../../src/use-cases/checking/own-copies.ts';
import { createMemoryIndexStore } from '../../../fakes/memory-index-store.ts';

// Sentences without a run of four words in common.
const NOUNS = 'harbour council ferry bridge market school clinic museum library quarry orchard station'.split(
  ' ',
);
const VERBS =
  'opened closed painted counted praised measured repaired visited funded leased drained mapped'.split(' ');
const line = (n: number) =>
  `Officer ${NOUNS[n % 12]}man ${VERBS[n % 12]} number ${n * 37} of ${NOUNS[(n * 5 + 1) % 12]} lots while ${NOUNS[(n * 7 + 3) % 12]} guards ${VERBS[(n * 5 + 2) % 12]} ${n * 11} crates.`;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => line(from + at));
const text = (from: number, to: number) => lines(from, to).join(' ');

const ARTICLES: Readonly<Record<string, string>> = {
  'story.txt': text(1, 21),
  'brief.txt': text(30, 34),
  'other.txt': text(50, 70),
};

let index: OpenIndex;

beforeAll(async () => {
  const store = createMemoryIndexStore();
  const build = await store.begin();
  for (const [path, words] of Object.entries(ARTICLES)) {
    const document: Document = {
      ...{ id: path, path, title: path, author: null, publishedAt: null, url: null, language: 'en' },
      ...{ contentHash: '', access: 'public', text: words, blocks: [] },
    };
    const passage = {
      id: `${path}.0`,
      documentId: path,
      ordinal: 0,
      heading: null,
      start: 0,
      end: words.length,
    };
    await build.add({ document, passages: [passage], vectors: [new Float32Array([1, 0])] });
  }
  await build.commit({
    ...{ formatVersion: 1, fingerprint: 'f', madeWith: { model: 'm', dimensions: 2, splitter: '' } },
    ...{ builtAt: '2026-05-03T00:00:00Z', documentCount: 3, passageCount: 3 },
  });
  index = await store.open();
});

const copiesOf = async (draft: string) =>
  (await findOwnCopies(index, draft, undefined)).map(({ path }) => path);

describe('a draft’s own copies', () => {
  it.each([
    ['the draft word for word', text(1, 21)],
    ['an earlier, shorter version', text(1, 31).replaceAll('crates', 'boxes')],
    ['the draft grown by half', `${text(1, 21)} ${text(80, 90)}`],
    ['the draft cut by half', text(1, 11)],
    [
      'the draft with a word changed in every third sentence',
      lines(1, 21)
        .map((one, at) => (at % 3 === 0 ? one.replace('guards', 'crews') : one))
        .join(' '),
    ],
  ])('are found for %s', async (_, draft) => {
    expect(await copiesOf(draft)).toEqual(['story.txt']);
  });

  it.each([
    ['a few sentences lifted from an article', text(1, 4)],
    ['a quarter of an article', text(1, 6)],
    ['a long draft that holds a short article whole', `${text(100, 130)} ${text(30, 34)}`],
    ['a draft of sentences from many articles', `${text(1, 5)} ${text(50, 54)} ${text(200, 206)}`],
    ['a draft of its own', text(300, 330)],
  ])('are not taken for %s', async (_, draft) => {
    expect(await copiesOf(draft)).toEqual([]);
  });
});

describe('an index without some documents', () => {
  it('never brings them back, and fills their places', async () => {
    const hidden = await index.passages.document('story.txt');
    const view = withoutDocuments(index, hidden === null ? [] : [hidden]);
    const ids = async (limit: number) => (await view.terms.query(text(1, 3), { limit })).map(({ id }) => id);
    expect((await ids(3)).sort()).toEqual(['brief.txt.0', 'other.txt.0']);
    expect(await ids(1)).toHaveLength(1);
    expect(
      (await view.vectors.query(new Float32Array([1, 0]), { limit: 3 })).map(({ id }) => id),
    ).toHaveLength(2);
    expect((await view.passages.listDocuments()).map(({ id }) => id)).toEqual(['brief.txt', 'other.txt']);
    expect(await view.passages.document('story.txt')).not.toBeNull();
  });
});
