import type { Document, DocumentId } from '../domain/document.ts';
import type { IndexManifest } from '../domain/index-manifest.ts';
import type { Passage, PassageId, PassageText } from '../domain/passage.ts';
import type { Story } from '../domain/story.ts';

export interface Scored {
  readonly id: PassageId;
  readonly score: number;
}

export interface QueryOptions {
  /** At most this many, best first; ties in order of id. */
  readonly limit: number;
  /** Only passages of these documents; absent: all. */
  readonly documentIds?: ReadonlySet<DocumentId>;
  readonly signal?: AbortSignal;
}

/** Passages by cosine similarity of their unit-length vectors. */
export interface VectorIndex {
  query(vector: Float32Array, options: QueryOptions): Promise<readonly Scored[]>;
  /** Stored vectors, in the order asked; throws `index-damaged` for an unknown id. */
  vectors(ids: readonly PassageId[]): Promise<readonly Float32Array[]>;
}

/** Passages by words (BM25). Scores are positive and unbounded. */
export interface TermIndex {
  query(text: string, options: QueryOptions): Promise<readonly Scored[]>;
  /**
   * Inverse document frequency of a term as `terms()` of src/text makes it, over passages:
   * `ln(1 + (N - n + 0.5) / (n + 0.5))`, the highest for an unknown term.
   */
  inverseDocumentFrequency(term: string): number;
}

/** Documents and passages by id. */
export interface PassageStore {
  document(id: DocumentId): Promise<Document | null>;
  /** In the order asked; throws `index-damaged` for an unknown id. */
  passages(ids: readonly PassageId[]): Promise<readonly PassageText[]>;
  /** The passages of one document, in order; empty for an unknown id. */
  passagesOf(id: DocumentId): Promise<readonly PassageText[]>;
  /** Every document without its text, in path order. */
  listDocuments(): Promise<readonly DocumentSummary[]>;
  /** The story that a document tells, itself among its documents; empty for an unknown id. */
  storyOf(id: DocumentId): Promise<Story>;
  /** Every story, of one document or more, in order of their first ids; each document in just one. */
  listStories(): Promise<readonly Story[]>;
}

export type DocumentSummary = Omit<Document, 'text' | 'blocks'> & { readonly passageCount: number };

/** One generation of an index, opened for reading. It stays readable while newer ones are built. */
export interface OpenIndex {
  readonly manifest: IndexManifest;
  readonly vectors: VectorIndex;
  readonly terms: TermIndex;
  readonly passages: PassageStore;
}

export interface IndexedDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** One a passage, same order. */
  readonly vectors: readonly Float32Array[];
}

/** A generation in the making, invisible until `commit`. */
export interface IndexBuild {
  add(entry: IndexedDocument): Promise<void>;
  /**
   * Makes it the current generation in one step; until it returns, readers open the old one. `stories`
   * are those that several of its documents tell; the others are stories of their own.
   */
  commit(manifest: IndexManifest, stories?: readonly Story[]): Promise<void>;
  /** Removes what was written; the current generation stays. */
  discard(): Promise<void>;
}

/** What a back end is good for, so that shared code need not know which one it talks to. */
export interface IndexStoreTraits {
  readonly name: string;
  /** Above this many passages searching gets slow or memory short; null: no such limit. */
  readonly comfortablePassages: number | null;
}

/**
 * Where generations live. `open` throws `index-missing`, `index-damaged` or `index-too-new`, each
 * with its fix. Only the holder of the build lock may call `begin`.
 */
export interface IndexStore {
  readonly traits: IndexStoreTraits;
  open(): Promise<OpenIndex>;
  /** Changes exactly when another generation becomes current; null where there is none. */
  currentGeneration(): Promise<string | null>;
  begin(): Promise<IndexBuild>;
}
