import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CitedeskError } from '../../domain/errors.ts';
import type { IndexManifest } from '../../domain/index-manifest.ts';
import type { Story } from '../../domain/story.ts';
import type { IndexBuild, IndexedDocument } from '../../ports/index-store.ts';
import { terms } from '../../text/tokens.ts';
import { DOCUMENTS_FILE, MANIFEST_FILE, STORIES_FILE, shardFile, TERMS_FILE } from './layout.ts';
import { type FileRecord, type StoredManifest, sha256, toJsonBytes } from './manifest-file.ts';
import { type StorageFiles, writeFailure } from './storage-files.ts';
import { encodeStories } from './stories-file.ts';
import { termText } from './term-index.ts';
import { encodePostings, PostingsBuilder } from './term-postings.ts';
import {
  assertUnitLength,
  encodeShard,
  prepareShards,
  SHARD_PASSAGES,
  type StoredVector,
} from './vector-shards.ts';

// Lines are gathered to this size before they are written: few writes, and little held in memory.
const APPEND_BYTES = 1_000_000;

export interface GenerationTarget {
  readonly files: StorageFiles;
  /** The index folder, for messages. */
  readonly dir: string;
  /** The folder of the generation; exists and is empty. */
  readonly folder: string;
  /** Makes the written generation the current one. */
  readonly publish: (manifestSha256: string) => Promise<void>;
}

/** Writes one generation: documents and vectors as they come, terms and manifest at the end. */
export class GenerationWriter implements IndexBuild {
  readonly #target: GenerationTarget;
  readonly #records: FileRecord[] = [];
  readonly #postings = new PostingsBuilder();
  readonly #documentsHash = createHash('sha256');
  #documentsBytes = 0;
  #lines: Buffer[] = [];
  #lineBytes = 0;
  #vectors: StoredVector[] = [];
  #isPublished = false;

  constructor(target: GenerationTarget) {
    this.#target = target;
    // The first shard may be full, or all be added, only much later.
    prepareShards();
  }

  async add({ document, passages, vectors }: IndexedDocument): Promise<void> {
    if (vectors.length !== passages.length) {
      const counts = `${passages.length} passages and ${vectors.length} vectors`;
      throw new CitedeskError('invalid-input', `${document.path} came with ${counts}; each needs one.`);
    }
    for (const [at, passage] of passages.entries()) {
      const vector = vectors[at] ?? new Float32Array();
      assertUnitLength(vector, passage.id);
      this.#vectors.push({ id: passage.id, documentId: document.id, vector });
      this.#postings.add(terms(termText(document, passage)));
    }
    this.#addLine(Buffer.from(`${JSON.stringify({ document, passages })}\n`));
    await this.#guarded(() => this.#writeFull());
  }

  async commit(manifest: IndexManifest, stories: readonly Story[] = []): Promise<void> {
    await this.#guarded(async () => {
      await this.#flushLines();
      await this.#finishDocuments();
      if (this.#vectors.length > 0) await this.#writeShard(this.#vectors.splice(0));
      await this.#write(TERMS_FILE, encodePostings(this.#postings.finish()));
      await this.#write(STORIES_FILE, encodeStories(stories));
      const stored: StoredManifest = { ...manifest, files: this.#records };
      const bytes = toJsonBytes(stored);
      const { files, folder } = this.#target;
      await files.write(join(folder, MANIFEST_FILE), bytes);
      await files.sync(folder);
      await this.#target.publish(sha256(bytes));
      this.#isPublished = true;
    });
  }

  async discard(): Promise<void> {
    if (this.#isPublished) return;
    await this.#target.files.remove(this.#target.folder);
  }

  #addLine(line: Buffer): void {
    this.#documentsHash.update(line);
    this.#documentsBytes += line.length;
    this.#lines.push(line);
    this.#lineBytes += line.length;
  }

  async #writeFull(): Promise<void> {
    if (this.#lineBytes >= APPEND_BYTES) await this.#flushLines();
    while (this.#vectors.length >= SHARD_PASSAGES) {
      await this.#writeShard(this.#vectors.splice(0, SHARD_PASSAGES));
    }
  }

  async #flushLines(): Promise<void> {
    const lines = Buffer.concat(this.#lines);
    this.#lines = [];
    this.#lineBytes = 0;
    await this.#target.files.append(join(this.#target.folder, DOCUMENTS_FILE), lines);
  }

  async #finishDocuments(): Promise<void> {
    await this.#target.files.sync(join(this.#target.folder, DOCUMENTS_FILE));
    const hash = this.#documentsHash.digest('hex');
    this.#records.push({ name: DOCUMENTS_FILE, bytes: this.#documentsBytes, sha256: hash });
  }

  async #writeShard(vectors: readonly StoredVector[]): Promise<void> {
    const number = this.#records.filter((record) => record.name !== DOCUMENTS_FILE).length;
    await this.#write(shardFile(number), await encodeShard(vectors));
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#target.files.write(join(this.#target.folder, name), bytes);
    this.#records.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw writeFailure(error, this.#target.dir);
    }
  }
}
