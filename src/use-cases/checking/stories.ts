import type { Cite } from '../../domain/document.ts';
import { foldNearDuplicates } from '../../retrieval/near-duplicates.ts';
import type { ArchiveReader } from './archive-reader.ts';

/** How many stories stand behind some citations: an article and its retellings are one. */
export async function countStories(reader: ArchiveReader, cites: readonly Cite[]): Promise<number> {
  const ids = [...new Set(cites.map(({ documentId }) => documentId))];
  if (ids.length < 2) return ids.length;
  const documents = await Promise.all(ids.map((id) => reader.document(id)));
  // The longest first: a shortened copy lies within the full one, not the other way round.
  const ranked = documents.toSorted((a, b) => b.text.length - a.text.length);
  return foldNearDuplicates(ranked.map(({ id, text }) => ({ documentId: id, text }))).length;
}
