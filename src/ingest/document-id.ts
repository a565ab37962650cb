import type { DocumentId } from '../domain/document.ts';
import { sha256Hex } from '../text/sha256.ts';

/**
 * The id of the file at `path` (relative to the corpus): `d` and the first 16 hex digits of the SHA-256
 * of the path in NFC, so that one path gives one id on file systems that decompose names and on those
 * that do not. 64 bits: among a million files a collision has a chance below one in ten million.
 */
export async function documentIdOf(path: string): Promise<DocumentId> {
  const hash = await sha256Hex(new TextEncoder().encode(path.normalize('NFC')));
  return `d${hash.slice(0, 16)}`;
}
