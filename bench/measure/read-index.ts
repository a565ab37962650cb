import { createLocalIndexStore } from '../../src/adapters/storage/local-index-store.ts';
import type { PassageText } from '../../src/domain/passage.ts';
import { embeddingText } from '../../src/ingest/embedding-text.ts';
import type { OpenIndex } from '../../src/ports/index-store.ts';

export const openIndex = (dir: string): Promise<OpenIndex> => createLocalIndexStore({ dir }).open();

/** Every passage with the very text that was embedded for it, in the order of the index. */
export async function embeddedTexts(
  index: OpenIndex,
): Promise<{ readonly passage: PassageText; readonly text: string }[]> {
  const found = [];
  for (const { id } of await index.passages.listDocuments()) {
    const document = await index.passages.document(id);
    if (document === null) throw new Error(`The index lists document ${id} and does not hold it.`);
    for (const passage of await index.passages.passagesOf(id)) {
      found.push({ passage, text: embeddingText(document, passage) });
    }
  }
  return found;
}
