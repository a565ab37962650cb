import type { Document } from '../../domain/document.ts';
import type { Passage } from '../../domain/passage.ts';
import { embeddingText } from '../../ingest/embedding-text.ts';
import type { OpenIndex } from '../../ports/index-store.ts';

/**
 * The vectors that the index before holds for these passages; null unless all that is embedded for them
 * is, word for word, what it was. So a document of which only its date or who may see it has changed is
 * not embedded again.
 */
export async function knownVectors(
  index: OpenIndex | null,
  document: Document,
  passages: readonly Passage[],
): Promise<readonly Float32Array[] | null> {
  const before = await index?.passages.document(document.id);
  if (index === null || before === null || before === undefined) return null;
  const known = await index.passages.passagesOf(document.id);
  const isSame = (passage: Passage, at: number) => {
    const old = known[at];
    return old?.id === passage.id && embeddingText(before, old) === embeddingText(document, passage);
  };
  if (known.length !== passages.length || !passages.every(isSame)) return null;
  return index.vectors.vectors(known.map(({ id }) => id));
}
