import type { LocalIndex } from 'vectra';
import type { DocumentId } from '../../domain/document.ts';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { PassageId } from '../../domain/passage.ts';
import type { QueryOptions, Scored, VectorIndex } from '../../ports/index-store.ts';
import { damaged } from './manifest-file.ts';
import { compareScored, TopScored } from './top-scored.ts';

/**
 * Passages in one vectra index. vectra looks through all ids at each insert and holds an index three
 * times over while it reads or writes one, so many small ones are cheaper than a large one.
 */
export const SHARD_PASSAGES = 2_000;

export interface StoredVector {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly vector: Float32Array;
}

// vectra takes a third of a second and 120 MB to load, so only what touches vectors pays for it.
const loadVectra = () => import('vectra');

async function emptyShard(): Promise<{ shard: LocalIndex; path: string; storage: ShardStorage }> {
  const { LocalIndex, ProtobufCodec, VirtualFileStorage } = await loadVectra();
  const storage = new VirtualFileStorage();
  const codec = new ProtobufCodec();
  const shard = new LocalIndex('shard', undefined, storage, codec);
  return { shard, storage, path: `shard/index${codec.extension}` };
}
type ShardStorage = InstanceType<Awaited<ReturnType<typeof loadVectra>>['VirtualFileStorage']>;

/** The bytes of a vectra index (protobuf) that holds these vectors. */
export async function encodeShard(vectors: readonly StoredVector[]): Promise<Uint8Array> {
  const { shard, storage, path } = await emptyShard();
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

async function decodeShard(bytes: Uint8Array): Promise<LocalIndex> {
  const { shard, storage, path } = await emptyShard();
  await storage.upsertFile(path, Buffer.from(bytes));
  await shard.listItems();
  // Loaded; the bytes would only be held a second time.
  await storage.deleteFile(path);
  return shard;
}

/** Exact search over shards held in memory. */
export async function openVectorIndex(shardFiles: readonly Uint8Array[]): Promise<VectorIndex> {
  const { ItemSelector } = await loadVectra();
  const shards = await Promise.all(shardFiles.map(decodeShard));
  const items = (await Promise.all(shards.map((shard) => shard.listItems()))).flat();
  const byId = new Map(items.map((item) => [item.id, item]));
  const byDocument = Map.groupBy(items, (item) => String(item.metadata['documentId']));

  // The same arithmetic as vectra's own scan, over a part of the passages that its metadata filter
  // would look up one by one.
  function queryDocuments(vector: number[], { documentIds, limit }: QueryOptions): readonly Scored[] {
    const norm = ItemSelector.normalize(vector);
    const top = new TopScored(limit);
    for (const documentId of documentIds ?? []) {
      for (const item of byDocument.get(documentId) ?? []) {
        top.offer(item.id, ItemSelector.normalizedCosineSimilarity(vector, norm, item.vector, item.norm));
      }
    }
    return top.list();
  }

  return {
    async query(vector, options) {
      throwIfAborted(options.signal, 'The search was stopped.');
      const plain = Array.from(vector);
      if (options.documentIds !== undefined) return queryDocuments(plain, options);
      return queryShards(shards, plain, options.limit);
    },
    async vectors(ids) {
      return ids.map((id) => {
        const item = byId.get(id);
        if (item === undefined) throw damaged(`it holds no vector of passage ${id}`);
        return Float32Array.from(item.vector);
      });
    },
  };
}

async function queryShards(
  shards: readonly LocalIndex[],
  vector: number[],
  limit: number,
): Promise<readonly Scored[]> {
  const lists = await Promise.all(shards.map((shard) => queryShard(shard, vector, limit)));
  return lists.flat().sort(compareScored).slice(0, limit);
}

// vectra keeps any of the passages that tie at the end of the list; asking for more until the tie is
// whole makes the order by id exact.
async function queryShard(shard: LocalIndex, vector: number[], limit: number): Promise<Scored[]> {
  for (let wanted = limit + 8; ; wanted *= 4) {
    const results = await shard.queryItems(vector, '', wanted);
    const scored = results.map(({ item, score }) => ({ id: item.id, score })).sort(compareScored);
    const isWhole = scored.length < wanted || scored.at(-1)?.score !== scored[limit - 1]?.score;
    if (isWhole) return scored.slice(0, limit);
  }
}

/** Throws `embedder-failed` for a vector that could not be compared with others. */
export function assertUnitLength(vector: Float32Array, id: PassageId): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (Math.abs(length - 1) < 0.01) return;
  throw new CitedeskError('embedder-failed', `The vector of passage ${id} has length ${length}, not 1.`, {
    fix: 'Run `citedesk doctor` to check the model.',
  });
}
