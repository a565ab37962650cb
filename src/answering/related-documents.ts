import type { Document, DocumentId } from '../domain/document.ts';
import type { AnswerRequest } from '../ports/answerer.ts';

/** Documents read at most: the passages' own, and what a much reprinted story adds. */
const MOST_DOCUMENTS = 100;

/**
 * The documents that an answer may name beside those it cites: those of its passages, of their copies,
 * and all that tell the same story, whether or not a passage of theirs was found. The passages' come first.
 */
export async function relatedDocuments({ evidence, passages, within }: AnswerRequest): Promise<Document[]> {
  const found = evidence.passages.map(({ documentId }) => documentId);
  const copies = evidence.passages.flatMap(({ trace }) => trace.nearDuplicates.map((ref) => ref.documentId));
  const near = [...new Set([...found, ...copies])];
  const stories = await Promise.all(near.map((id) => passages.storyOf(id)));
  const isAllowed = (id: DocumentId) => within?.has(id) ?? true;
  const ids = [...new Set([...near, ...stories.flat()])].filter(isAllowed).slice(0, MOST_DOCUMENTS);
  const documents = await Promise.all(ids.map((id) => passages.document(id)));
  return documents.filter((document) => document !== null);
}
