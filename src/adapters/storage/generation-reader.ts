import { join } from 'node:path';
import type { OpenIndex } from '../../ports/index-store.ts';
import {
  DOCUMENTS_FILE,
  generationFolder,
  isShardFile,
  MANIFEST_FILE,
  STORIES_FILE,
  TERMS_FILE,
} from './layout.ts';
import { damaged, type FileRecord, type Pointer, parseManifest, sha256 } from './manifest-file.ts';
import { createPassageStore, type StoredDocument } from './memory-passages.ts';
import type { StorageFiles } from './storage-files.ts';
import { decodeStories, findStories } from './stories-file.ts';
import { createTermIndex } from './term-index.ts';
import { decodePostings } from './term-postings.ts';
import { openVectorIndex } from './vector-shards.ts';

/**
 * Reads a whole generation into memory, so that it serves on after its files are gone. Throws
 * `index-damaged` for a file that is not, byte for byte, what its manifest vouches for, and the
 * system's own error for one that cannot be read.
 */
export async function openGeneration(files: StorageFiles, dir: string, pointer: Pointer): Promise<OpenIndex> {
  const folder = generationFolder(dir, pointer.generation);
  const stored = parseManifest(await files.read(join(folder, MANIFEST_FILE)), pointer.manifestSha256);
  const { files: records, ...manifest } = stored;
  const read = (record: FileRecord) => readVerified(files, folder, record);
  const named = (name: string) => {
    const record = records.find((candidate) => candidate.name === name);
    if (record === undefined) throw damaged(`manifest.json does not list ${name}`);
    return record;
  };
  const documents = parseDocuments(await read(named(DOCUMENTS_FILE)));
  const postings = decodePostings(await read(named(TERMS_FILE)));
  const shards = await Promise.all(records.filter(({ name }) => isShardFile(name)).map(read));
  const told = records.find(({ name }) => name === STORIES_FILE);
  const stories = told === undefined ? null : decodeStories(await read(told));
  const passages = documents.flatMap((entry) => entry.passages);
  const numbers = {
    ids: passages.map((passage) => passage.id),
    documentIds: passages.map((passage) => passage.documentId),
  };
  const vectors = await openVectorIndex(shards);
  return {
    manifest,
    vectors,
    terms: createTermIndex(postings, numbers),
    passages: createPassageStore(documents, async () => stories ?? findStories(documents, vectors)),
  };
}

async function readVerified(files: StorageFiles, folder: string, record: FileRecord): Promise<Uint8Array> {
  const bytes = await files.read(join(folder, record.name));
  if (bytes.length !== record.bytes) {
    throw damaged(`${record.name} has ${bytes.length} bytes; it was written with ${record.bytes}`);
  }
  if (sha256(bytes) !== record.sha256) throw damaged(`${record.name} is not as it was written`);
  return bytes;
}

function parseDocuments(bytes: Uint8Array): StoredDocument[] {
  const decoder = new TextDecoder();
  const documents: StoredDocument[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    // The checksum has vouched for these bytes, so their shape is the one that was written.
    documents.push(JSON.parse(decoder.decode(bytes.subarray(start, end))) as StoredDocument);
    start = end + 1;
  }
  return documents;
}
