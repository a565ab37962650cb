import type { Document } from '../../src/domain/document.ts';
import type { IndexManifest } from '../../src/domain/index-manifest.ts';
import { INDEX_FORMAT_VERSION } from '../../src/domain/index-manifest.ts';
import type { Passage } from '../../src/domain/passage.ts';
import type { IndexBuild, IndexedDocument, IndexStore, OpenIndex } from '../../src/ports/index-store.ts';
import { createFakeEmbedder } from './fake-embedder.ts';

/** A document without a build: each paragraph is a passage. */
export interface Story {
  readonly id: string;
  readonly title?: string;
  readonly paragraphs: readonly string[];
}

const embedder = createFakeEmbedder({ dimensions: 32 });

export async function embedQuestion(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text], { kind: 'question' });
  if (vector === undefined) throw new Error('no vector came back');
  return vector;
}

/** A story as a store takes it; path and title come from its id. */
export async function indexed({ id, title = `Story ${id}`, paragraphs }: Story): Promise<IndexedDocument> {
  const text = paragraphs.join('\n\n');
  const passages: Passage[] = [];
  let start = 0;
  for (const [ordinal, paragraph] of paragraphs.entries()) {
    const end = start + paragraph.length;
    passages.push({ id: `${id}.${ordinal}`, documentId: id, ordinal, heading: null, start, end });
    start = end + 2;
  }
  const document: Document = {
    id,
    path: `${id}.txt`,
    contentHash: id.padEnd(64, '0'),
    access: 'public',
    title,
    author: null,
    publishedAt: '2026-05-03',
    url: null,
    language: 'en',
    text,
    blocks: passages.map(({ start, end }) => ({ kind: 'paragraph', start, end })),
  };
  return { document, passages, vectors: await embedder.embed(paragraphs, { kind: 'passage' }) };
}

export function manifestFor(entries: readonly IndexedDocument[]): IndexManifest {
  return {
    formatVersion: INDEX_FORMAT_VERSION,
    fingerprint: 'f'.repeat(64),
    madeWith: { model: 'fake', dimensions: 32, splitter: 'paragraphs' },
    builtAt: '2026-05-03T08:00:00.000Z',
    documentCount: entries.length,
    passageCount: entries.reduce((sum, { passages }) => sum + passages.length, 0),
  };
}

/** A begun build with the stories in it, not yet committed. */
export async function beginWith(store: IndexStore, stories: readonly Story[]): Promise<IndexBuild> {
  const build = await store.begin();
  for (const entry of await Promise.all(stories.map(indexed))) await build.add(entry);
  return build;
}

export async function publish(store: IndexStore, stories: readonly Story[]): Promise<void> {
  const build = await beginWith(store, stories);
  await build.commit(manifestFor(await Promise.all(stories.map(indexed))));
}

export async function publishAndOpen(store: IndexStore, stories: readonly Story[]): Promise<OpenIndex> {
  await publish(store, stories);
  return store.open();
}

/** Ids of the documents that an index holds. */
export async function documentIds(index: OpenIndex): Promise<string[]> {
  return (await index.passages.listDocuments()).map(({ id }) => id);
}
