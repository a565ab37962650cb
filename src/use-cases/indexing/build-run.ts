import type { Document } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import { INDEX_FORMAT_VERSION, type IndexEvent, type IndexManifest } from '../../domain/index-manifest.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SourceEntry } from '../../ports/file-source.ts';
import type { DocumentSummary, IndexStore } from '../../ports/index-store.ts';
import { STORY_RULE } from '../../retrieval/stories.ts';
import { readBeside, type SidecarPlace, saysDesk } from './beside.ts';
import { BuildLog } from './build-log.ts';
import { EmbeddingQueue, STOPPED } from './embed-passages.ts';
import { knownVectors } from './known-vectors.ts';
import { LazyBuild } from './lazy-build.ts';
import type { Previous, Recipe } from './open-previous.ts';
import { pairSidecars } from './pair-sidecars.ts';
import { type PrepareDeps, type PreparedFile, prepareFile } from './prepare-file.ts';

export interface BuildRunOptions {
  readonly deps: PrepareDeps & { readonly store: IndexStore; readonly clock: Clock };
  readonly previous: Previous;
  readonly recipe: Recipe;
  readonly emit: (event: IndexEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * One pass over the corpus. Files are read and split in order while the embedder works on those
 * before; what is embedded is written in that same order.
 */
export class BuildRun {
  readonly #options: BuildRunOptions;
  readonly #failed = new AbortController();
  readonly #signal: AbortSignal;
  readonly #log: BuildLog;
  readonly #queue: EmbeddingQueue;
  readonly #build: LazyBuild;
  /** Paths of the index before that are dealt with; the rest are gone. */
  readonly #settled = new Set<string>();
  #sidecars: ReadonlyMap<string, string> = new Map();
  #written: Promise<void> = Promise.resolve();
  #firstError: unknown = null;
  #hasWarnedOfSize = false;

  constructor(options: BuildRunOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#failed.signal]);
    this.#log = new BuildLog(options.emit);
    this.#build = new LazyBuild(options.deps.store, options.previous.index);
    this.#queue = new EmbeddingQueue({
      embedder: options.deps.embedder,
      signal: this.#signal,
      onEmbedded: (passages) => this.#log.embedded(passages),
    });
  }

  /** The log of a finished run. A run that fails has removed what it wrote. */
  async run(): Promise<BuildLog> {
    try {
      await this.#takeAll().catch((error) => this.#fail(error));
      await this.#written;
      if (this.#failed.signal.aborted) throw this.#firstError;
      this.#log.removed(
        [...this.#options.previous.documents.keys()].filter((path) => !this.#settled.has(path)),
      );
      throwIfAborted(this.#signal, STOPPED);
      await this.#commit();
      return this.#log;
    } catch (error) {
      // What cannot be removed now goes with the next build; the error that matters is the first.
      await this.#build.discard().catch(() => undefined);
      throw error;
    }
  }

  async #takeAll(): Promise<void> {
    const { entries, sidecars } = pairSidecars(await this.#options.deps.source.list(this.#signal));
    this.#sidecars = sidecars;
    this.#log.scanned(entries.length);
    for (const entry of entries) {
      throwIfAborted(this.#signal, STOPPED);
      await this.#takeEntry(entry);
    }
  }

  async #takeEntry(entry: SourceEntry): Promise<void> {
    switch (entry.type) {
      case 'file':
        return this.#takeFile(entry.path);
      case 'unreadable':
        return this.#keepUnreadable(entry.path, entry.reason);
      case 'ignored':
        return this.#skip(entry.path, entry.reason);
      default:
        return entry satisfies never;
    }
  }

  async #takeFile(path: string): Promise<void> {
    const { deps, previous } = this.#options;
    const before = previous.documents.get(path);
    const indexed = previous.index === null ? null : (before ?? null);
    const sidecar = this.#placeOf(path);
    const file = await prepareFile(deps, path, { indexed, sidecar, signal: this.#signal });
    switch (file.type) {
      case 'unchanged':
        if (before !== undefined) this.#carryOver(before);
        return this.#log.fileDone();
      case 'prepared':
        return this.#embed(path, file);
      case 'skipped':
        return this.#skip(path, file.reason);
      case 'unreadable':
        return this.#keepUnreadable(path, file.reason);
      default:
        return file satisfies never;
    }
  }

  async #embed(path: string, file: Extract<PreparedFile, { type: 'prepared' }>): Promise<void> {
    const { document, passages, warnings } = file;
    for (const words of warnings) this.#log.warned({ path, words });
    const known = await knownVectors(this.#options.previous.index, document, passages);
    const { vectors } = known === null ? await this.#queue.submit(document, passages) : { vectors: known };
    this.#log.kept(document, this.#fateOf(document), passages.length);
    this.#settled.add(path);
    this.#warnOfSize();
    this.#write(async () => {
      await this.#build.add({ document, passages, vectors: await vectors });
      this.#log.fileDone();
    });
  }

  #fateOf({ path, contentHash, besideHash }: Document): 'added' | 'changed' | 'unchanged' {
    const before = this.#options.previous.documents.get(path);
    if (before === undefined) return 'added';
    const isSame = before.contentHash === contentHash && before.besideHash === besideHash;
    return isSame ? 'unchanged' : 'changed';
  }

  #carryOver(before: DocumentSummary): void {
    this.#log.kept(before, 'unchanged', before.passageCount);
    this.#settled.add(before.path);
    this.#warnOfSize();
    this.#write(() => this.#build.carryOver(before.id));
  }

  /** What cannot be looked at, a file or a folder, stays in the index as it was. */
  async #keepUnreadable(path: string, reason: string): Promise<void> {
    const { documents, index } = this.#options.previous;
    const kept =
      index === null ? [] : [...documents.values()].filter((before) => this.#isKept(before.path, path));
    for (const before of kept) await this.#keepOld(before);
    this.#skip(path, kept.length === 0 ? reason : `${reason} ${wordsForKept(kept.length)}`);
  }

  /** What is said beside a file holds for what was indexed of it, too. */
  async #keepOld(before: DocumentSummary): Promise<void> {
    const { deps } = this.#options;
    const place = this.#placeOf(before.path);
    const beside = await readBeside(deps, before.path, { place, signal: this.#signal });
    if (before.access === 'desk' || !saysDesk(beside)) return this.#carryOver(before);
    this.#log.kept({ ...before, access: 'desk' }, 'changed', before.passageCount);
    this.#settled.add(before.path);
    this.#write(() => this.#build.carryOverForDesk(before.id));
  }

  #placeOf(path: string): SidecarPlace | null {
    const sidecar = this.#sidecars.get(path);
    return sidecar === undefined ? null : { path: sidecar, isListed: true };
  }

  #skip(path: string, reason: string): void {
    this.#log.skipped({ path, reason });
    this.#log.fileDone();
  }

  #isKept(before: string, unreadable: string): boolean {
    return !this.#settled.has(before) && (before === unreadable || before.startsWith(`${unreadable}/`));
  }

  #warnOfSize(): void {
    const { comfortablePassages: limit, name } = this.#options.deps.store.traits;
    if (limit === null || this.#log.passages <= limit || this.#hasWarnedOfSize) return;
    this.#hasWarnedOfSize = true;
    const words =
      `The articles make more than ${limit.toLocaleString('en')} passages, the number up to which the index in a ` +
      `${name} searches fast. For an archive of this size use a database: Postgres with pgvector, or Cloudflare Vectorize.`;
    this.#log.warned({ path: null, words });
  }

  /** Writes go one after the other, in the order of the files. */
  #write(work: () => Promise<void>): void {
    this.#written = this.#written.then(work).catch((error) => this.#fail(error));
  }

  /** The first error is the cause; those after it are its consequences. */
  #fail(error: unknown): void {
    if (!this.#failed.signal.aborted) this.#firstError = error;
    this.#failed.abort();
  }

  async #commit(): Promise<void> {
    const { deps, previous, recipe } = this.#options;
    const hasStories = previous.index?.manifest.storyRule === STORY_RULE;
    if (hasStories && this.#log.isUnchanged) return;
    const manifest: IndexManifest = {
      formatVersion: INDEX_FORMAT_VERSION,
      ...recipe,
      builtAt: deps.clock.now(),
      documentCount: this.#log.documents,
      passageCount: this.#log.passages,
      deskDocumentCount: this.#log.deskDocuments,
      storyRule: STORY_RULE,
    };
    await this.#build.commit(manifest, () => this.#pause());
  }

  /** Lets the event loop turn, so that a stop is heard. */
  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    throwIfAborted(this.#signal, STOPPED);
  }
}

function wordsForKept(documents: number): string {
  return documents === 1
    ? 'The version indexed before is kept.'
    : `The ${documents} documents indexed from it before are kept.`;
}
