/**
 * The format that this program writes and reads. Raised when old programs could not read the new, or the
 * new could not trust the old: format 1 did not say who may see a document.
 */
export const INDEX_FORMAT_VERSION = 2;

/** What stands beside an index and says how it was made. */
export interface IndexManifest {
  readonly formatVersion: number;
  /** Hash of all that shapes a vector or a passage: model file, pooling, splitter. */
  readonly fingerprint: string;
  /** In words, for the message that explains a rebuild: model name, dimensions, splitter settings. */
  readonly madeWith: { readonly model: string; readonly dimensions: number; readonly splitter: string };
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  readonly documentCount: number;
  readonly passageCount: number;
  /** How many of the documents only the newsroom may see; absent where nobody counted. */
  readonly deskDocumentCount?: number | undefined;
  /** The rule by which its documents were told apart into stories; absent in older indexes. */
  readonly storyRule?: string | undefined;
}

export interface SkippedFile {
  readonly path: string;
  /** A plain sentence. */
  readonly reason: string;
}

/** Something a person should know that stopped nothing. */
export interface IndexWarning {
  /** Relative to the corpus; null where it is about the whole index. */
  readonly path: string | null;
  /** A plain sentence. */
  readonly words: string;
}

/**
 * What a build did; lists hold paths relative to the corpus, sorted. `added`, `changed` and
 * `unchanged` together are the documents of the index. A file that cannot be read now but was indexed
 * before stands in `unchanged` and, with the reason, in `skipped`.
 */
export interface IndexReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly warnings: readonly IndexWarning[];
  /** Why everything was embedded afresh; null for an incremental build. */
  readonly rebuildReason: string | null;
  readonly documents: number;
  /** How many of them only the newsroom may see. */
  readonly deskDocuments: number;
  readonly passages: number;
  readonly embeddedPassages: number;
  readonly seconds: number;
  readonly passagesPerSecond: number;
}

/** Progress of a build. Counts never fall. */
export type IndexEvent =
  | { readonly type: 'scan-finished'; readonly files: number }
  | { readonly type: 'rebuild-decided'; readonly reason: string }
  | {
      readonly type: 'progress-made';
      readonly filesDone: number;
      readonly filesTotal: number;
      readonly passagesEmbedded: number;
    }
  | { readonly type: 'file-skipped'; readonly file: SkippedFile }
  | { readonly type: 'warning-raised'; readonly warning: IndexWarning }
  | { readonly type: 'index-finished'; readonly report: IndexReport };
