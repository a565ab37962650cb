import type { LocalIndex, VirtualFileStorage } from 'vectra';
import type { DocumentId } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { PassageId } from '../../domain/passage.ts';
import type { VectorIndex } from '../../ports/index-store.ts';
import { damaged } from './manifest-file.ts';
import { createVectorScan, type VectorTable } from './vector-scan.ts';
import { vectraParts } from './vectra-parts.ts';

/**
 * Passages in one vectra index. vectra looks through all ids at each insert and holds an index three
 * times over while it reads or writes one, so many small ones are cheaper than a large one: 10,000
 * passages take 0.28 s to encode by 500, 0.35 s by 2,000, which keeps the thread from all else for
 * four times as long at once.
 */
export const SHARD_PASSAGES = 500;

export interface StoredVector {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly vector: Float32Array;
}

/** Starts to load what `encodeShard` needs, while its caller waits for something else. */
export function prepareShards(): void {
  setImmediate(() => {
    try {
      vectraParts();
    } catch {
      // Whoever encodes meets the failure again and reports it.
    }
  });
}

function emptyShard(): { shard: LocalIndex; path: string; storage: VirtualFileStorage } {
  const { LocalIndex, ProtobufCodec, VirtualFileStorage } = vectraParts();
  const storage = new VirtualFileStorage();
  const codec = new ProtobufCodec();
  const shard = new LocalIndex('shard', undefined, storage, codec);
  return { shard, storage, path: `shard/index${codec.extension}` };
}

/** The bytes of a vectra index (protobuf) that holds these vectors. */
export async function encodeShard(vectors: readonly StoredVector[]): Promise<Uint8Array> {
  const { shard, storage, path } = emptyShard();
  await shard.createIndex({ version: 1 });
  await shard.batchInsertItems(
    vectors.map(({ id, documentId, vector }) => ({
      id,
      metadata: { documentId },
      vector: Array.from(vector),
    })),
  );
  return storage.readFile(path);
}

/** Exact search in memory over the vectors of these files. Throws `index-damaged` for mixed lengths. */
export async function openVectorIndex(shardFiles: readonly Uint8Array[]): Promise<VectorIndex> {
  const parts: VectorTable[] = [];
  // One after the other: vectra decodes into plain arrays of some six times the file's size.
  for (const bytes of shardFiles) parts.push(await decodeShard(bytes));
  assertOneLength(parts);
  return createVectorScan(parts);
}

async function decodeShard(bytes: Uint8Array): Promise<VectorTable> {
  const { shard, storage, path } = emptyShard();
  await storage.upsertFile(path, Buffer.from(bytes));
  const items = await shard.listItems();
  const dimensions = items[0]?.vector.length ?? 0;
  const values = new Float32Array(items.length * dimensions);
  for (const [row, { id, vector }] of items.entries()) {
    if (vector.length !== dimensions) {
      throw damaged(`the vector of passage ${id} has ${vector.length} numbers, others have ${dimensions}`);
    }
    values.set(vector, row * dimensions);
  }
  const documentIds = items.map(({ metadata }) => String(metadata['documentId']));
  return { ids: items.map(({ id }) => id), documentIds, dimensions, values };
}

function assertOneLength(parts: readonly VectorTable[]): void {
  const dimensions = parts[0]?.dimensions ?? 0;
  const other = parts.find((part) => part.dimensions !== dimensions);
  if (other === undefined) return;
  throw damaged(`it holds vectors of ${dimensions} and of ${other.dimensions} numbers`);
}

/** Throws `embedder-failed` for a vector that could not be compared with others. */
export function assertUnitLength(vector: Float32Array, id: PassageId): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (Math.abs(length - 1) < 0.01) return;
  throw new CitedeskError('embedder-failed', `The vector of passage ${id} has length ${length}, not 1.`, {
    fix: 'Run `citedesk doctor` to check the model.',
  });
}
