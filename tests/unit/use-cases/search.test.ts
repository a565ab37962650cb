import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import type { OpenIndex } from '../../../src/ports/index-store.ts';
import { search } from '../../../src/use-cases/search.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import { createMemoryIndexStore } from '../../fakes/memory-index-store.ts';

interface Article {
  readonly path: string;
  readonly publishedAt: string | null;
  readonly paragraphs: readonly string[];
}

const BRIDGE =
  'The harbour bridge opened again on Monday after eleven weeks of repairs, and lorries queued from early morning to cross it.';

const ARTICLES: readonly Article[] = [
  {
    path: '2026/bridge.md',
    publishedAt: '2026-05-03',
    paragraphs: [
      BRIDGE,
      'The mayor opened the bridge on Monday.',
      'Repairs of the harbour bridge took weeks.',
    ],
  },
  {
    path: '2026/wire-bridge.html',
    publishedAt: '2026-05-04',
    paragraphs: [`${BRIDGE} (Coast Wire)`],
  },
  {
    path: '2025/bridge-closed.txt',
    publishedAt: '2025-11-02',
    paragraphs: ['The harbour bridge is closed to lorries.'],
  },
  { path: 'undated/soup.txt', publishedAt: null, paragraphs: ['A soup of herring and beets.'] },
];

const embedder = createFakeEmbedder();

async function indexed({ path, publishedAt, paragraphs }: Article) {
  const text = paragraphs.join('\n\n');
  const passages = paragraphs.map((paragraph, ordinal): Passage => {
    const start = text.indexOf(paragraph);
    return {
      id: `${path}.${ordinal}`,
      documentId: path,
      ordinal,
      heading: null,
      start,
      end: start + paragraph.length,
    };
  });
  const document: Document = {
    id: path,
    path,
    publishedAt,
    contentHash: '',
    access: 'public',
    title: 'News',
    author: null,
    url: null,
    language: null,
    text,
    blocks: passages.map(({ start, end }) => ({ kind: 'paragraph', start, end })),
  };
  return { document, passages, vectors: await embedder.embed(paragraphs, { kind: 'passage' }) };
}

async function openIndex(articles: readonly Article[]): Promise<OpenIndex> {
  const store = createMemoryIndexStore();
  const build = await store.begin();
  for (const article of articles) await build.add(await indexed(article));
  await build.commit({
    formatVersion: 1,
    fingerprint: 'fake-1',
    madeWith: { model: 'fake', dimensions: 64, splitter: 'paragraphs' },
    builtAt: '2026-06-01T00:00:00Z',
    documentCount: articles.length,
    passageCount: articles.flatMap(({ paragraphs }) => paragraphs).length,
  });
  return store.open();
}

describe('search', () => {
  let index: OpenIndex;
  beforeAll(async () => {
    index = await openIndex(ARTICLES);
  });
  const ask = (question: string, options = {}) => search({ index, embedder }, { question, ...options });

  it('ranks passages by both lists and says why each stands where it stands', async () => {
    const { question, passages } = await ask('  When did the harbour bridge open again?  ');
    expect(question).toBe('When did the harbour bridge open again?');
    expect(passages.map(({ rank }) => rank)).toEqual(passages.map((_, at) => at + 1));
    const [first] = passages;
    expect(first).toMatchObject({
      rank: 1,
      path: '2026/bridge.md',
      documentId: '2026/bridge.md',
      title: 'News',
      publishedAt: '2026-05-03',
      start: 0,
      end: BRIDGE.length,
      text: BRIDGE,
      trace: { passageId: '2026/bridge.md.0', vector: { rank: 2 }, terms: { rank: 1 } },
    });
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('folds a reprint into the better passage and still lists its document', async () => {
    const { passages, documents } = await ask('harbour bridge opened Monday');
    const bridge = passages.find(({ text }) => text === BRIDGE);
    expect(bridge?.trace.nearDuplicates.map(({ path }) => path)).toEqual(['2026/wire-bridge.html']);
    expect(passages.map(({ path }) => path)).not.toContain('2026/wire-bridge.html');
    expect(documents.slice(0, 2).map(({ path }) => path)).toEqual([
      '2026/bridge.md',
      '2026/wire-bridge.html',
    ]);
  });

  it('gives a fuller telling the place and the score of what it tells again', async () => {
    const fuller = `${BRIDGE} Divers had found cracks in both of its bearings, cast in 1958.`;
    const another = await openIndex([
      ...ARTICLES.slice(0, 1),
      { path: '2026/fuller.md', publishedAt: null, paragraphs: [fuller] },
    ]);
    const question = 'harbour bridge opened Monday';
    const { passages } = await search({ index: another, embedder }, { question });
    const alone = await search({ index: another, embedder }, { question, path: '2026/bridge.md' });
    expect(passages[0]).toMatchObject({ rank: 1, path: '2026/fuller.md' });
    expect(passages[0]?.trace.nearDuplicates.map(({ path }) => path)).toEqual(['2026/bridge.md']);
    expect(passages[0]?.score).toBe(alone.passages[0]?.score);
  });

  it('names a document once, with the score of its best passage', async () => {
    const { passages, documents } = await ask('mayor and the harbour bridge');
    const paths = documents.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const best = passages.find(({ path }) => path === '2026/bridge.md');
    expect(documents.find(({ path }) => path === '2026/bridge.md')?.score).toBe(best?.score);
  });

  it('keeps to the limit in both lists', async () => {
    const { passages, documents } = await ask('bridge', { limit: 1 });
    expect([passages.length, documents.length]).toEqual([1, 1]);
  });

  it('keeps to the period and the path', async () => {
    const pathsOf = async (filter: object) =>
      (await ask('harbour bridge soup', filter)).documents.map(({ path }) => path).sort();
    expect(await pathsOf({ until: '2025-12-31' })).toEqual(['2025/bridge-closed.txt']);
    expect(await pathsOf({ since: '2026-05-04' })).toEqual(['2026/wire-bridge.html']);
    expect(await pathsOf({ path: 'undated/*' })).toEqual(['undated/soup.txt']);
    expect(await pathsOf({ path: 'none/*' })).toEqual([]);
  });

  it('finds by the vector alone where no word of the question stands in the archive', async () => {
    const { passages } = await ask('xylophone');
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.every(({ trace }) => trace.terms === null)).toBe(true);
  });

  it('asks the embedder for a question, not for a passage', async () => {
    await ask('herring');
    expect(embedder.calls.at(-1)).toEqual({ texts: ['herring'], kind: 'question' });
  });

  it('stops when it is told to', async () => {
    await expect(ask('herring', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });
});
