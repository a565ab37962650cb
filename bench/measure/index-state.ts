import { createHash } from 'node:crypto';
import { embeddedTexts, openIndex } from './read-index.ts';

/**
 * A digest of all that an index answers from: documents, spans, texts and vectors. Two builds of one
 * corpus have the same, whether fresh or in steps. Opening throws where the index is damaged.
 */
export async function indexState(dir: string): Promise<string> {
  const index = await openIndex(dir);
  const hash = createHash('sha256');
  for (const { id, path, contentHash, access } of await index.passages.listDocuments()) {
    hash.update(JSON.stringify([id, path, contentHash, access]));
  }
  for (const { passage, text } of await embeddedTexts(index)) {
    const [vector] = await index.vectors.vectors([passage.id]);
    if (vector === undefined) throw new Error(`The index holds no vector of ${passage.id}.`);
    hash.update(JSON.stringify([passage, text]));
    hash.update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  return hash.digest('hex');
}
