import { z } from 'zod';
import type { DocumentId } from '../../domain/document.ts';
import type { Story } from '../../domain/story.ts';
import type { IndexedDocument, VectorIndex } from '../../ports/index-store.ts';
import { StoryFinder } from '../../retrieval/stories.ts';
import { damaged, toJsonBytes } from './manifest-file.ts';

const storiesSchema = z.array(z.array(z.string()).min(2));

/** The bytes of the stories that several documents tell. */
export function encodeStories(stories: readonly Story[]): Uint8Array {
  return toJsonBytes(stories);
}

/** Throws `index-damaged` for bytes that `encodeStories` does not make. */
export function decodeStories(bytes: Uint8Array): Story[] {
  const parsed = storiesSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw damaged('stories.json does not hold stories', parsed.error);
  return parsed.data;
}

/** Every document with the story it tells, its own where nobody else tells it; in order of first ids. */
export function storiesByDocument(
  ids: readonly DocumentId[],
  told: readonly Story[],
): ReadonlyMap<DocumentId, Story> {
  const stories = new Map(told.flatMap((story) => story.map((id) => [id, story])));
  return new Map(ids.toSorted().map((id) => [id, stories.get(id) ?? [id]]));
}

/** The stories of an index that was written without them, found from what it does hold. */
export async function findStories(
  documents: readonly Pick<IndexedDocument, 'document' | 'passages'>[],
  vectors: Pick<VectorIndex, 'vectors'>,
): Promise<Story[]> {
  const finder = new StoryFinder();
  for (const { document, passages } of documents) {
    const { id: documentId, text } = document;
    finder.add({ documentId, text, vectors: await vectors.vectors(passages.map((one) => one.id)) });
  }
  return finder.find();
}
