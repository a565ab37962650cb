import type { Cite } from '../../domain/document.ts';
import type { ArchiveReader } from './archive-reader.ts';

/** How many stories stand behind some citations: an article and its retellings are one. */
export async function countStories(reader: ArchiveReader, cites: readonly Cite[]): Promise<number> {
  const ids = [...new Set(cites.map(({ documentId }) => documentId))];
  const stories = await Promise.all(ids.map((id) => reader.index.passages.storyOf(id)));
  return new Set(stories.map((story, at) => story[0] ?? ids[at])).size;
}
