import type { AnswerEvent } from '../domain/answer.ts';
import type { ArchiveStatus } from '../domain/archive-status.ts';
import type { CheckEvent } from '../domain/check.ts';
import type { Document } from '../domain/document.ts';
import type { DraftFormat } from '../domain/draft.ts';
import type { IndexManifest } from '../domain/index-manifest.ts';
import type { PassageText, SearchResult } from '../domain/passage.ts';
import type { Span } from '../domain/span.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';

/** Narrows a search to documents; absent: no limit. */
export interface SearchFilter {
  /** ISO 8601 date; documents published on it or later. Undated documents are left out. */
  readonly since?: string;
  /** ISO 8601 date; documents published on it or earlier. Undated documents are left out. */
  readonly until?: string;
  /** Glob over the document's path, such as `2026/**`. */
  readonly path?: string;
}

export interface SearchRequest extends SearchFilter {
  /** 1 to `LIMITS.questionChars` UTF-16 units after trimming. */
  readonly question: string;
  /** Passages, 1 to `LIMITS.searchResults`; 10 unless told. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface AskRequest extends SearchFilter {
  readonly question: string;
  readonly signal?: AbortSignal;
}

export interface CheckRequest {
  /** 1 to `LIMITS.draftChars` UTF-16 units. */
  readonly draft: string;
  /** How the draft is written; plain text unless told, which comes back as it is. */
  readonly format?: DraftFormat;
  /** ISO 8601 date that "yesterday" in the draft counts from; what the draft itself states unless told. */
  readonly publishedAt?: string;
  readonly signal?: AbortSignal;
}

export interface VerifyRequest {
  /** One statement, 1 to `LIMITS.questionChars` UTF-16 units after trimming. */
  readonly claim: string;
  /** Up to `LIMITS.draftChars` UTF-16 units; an empty one supports nothing. */
  readonly source: string;
  readonly signal?: AbortSignal;
}

/** What one source says of one claim; draft spans of the reasons count in the claim, all else in the source. */
export interface PairVerdict {
  readonly verdict: Verdict;
  /** Support probability, 0 to 1; at least 0.5 exactly when the verdict is `supported`. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** The sentence of the source that it rests on most; null where none speaks of the matter. */
  readonly quote: (Span & { readonly text: string }) | null;
}

/** A top folder of the archive, which `<name>/**` narrows a question to. */
export interface Folder {
  readonly name: string;
  /** Documents in it, at whatever depth. */
  readonly articles: number;
}

/** What the source panel shows. */
export interface DocumentView {
  readonly document: Document;
  readonly passages: readonly PassageText[];
  readonly sentences: readonly Span[];
}

/**
 * What the program can do over an index: the one thing that HTTP, the commands and, later, other
 * programs talk to. Every method throws `index-missing` and its kin as `IndexStore.open` does,
 * `limit-exceeded` and `invalid-input` for what it is given, `aborted` when the signal fires.
 */
export interface Desk {
  search(request: SearchRequest): Promise<SearchResult>;
  ask(request: AskRequest): AsyncIterable<AnswerEvent>;
  check(request: CheckRequest): AsyncIterable<CheckEvent>;
  /** Holds a claim against a text; needs no index. */
  verify(request: VerifyRequest): Promise<PairVerdict>;
  /** Null where the index holds no such document. */
  document(id: string): Promise<DocumentView | null>;
  /** The archive's top folders, in order of name. */
  folders(): Promise<readonly Folder[]>;
  manifest(): Promise<IndexManifest>;
  /** What the index holds and how it came about, for whoever operates it. */
  archive(): Promise<ArchiveStatus>;
}

/** What readers of a site get: questions to the public documents, and those documents. */
export type PublicDesk = Pick<Desk, 'ask' | 'document' | 'manifest'>;

export const LIMITS = {
  questionChars: 2_000,
  draftChars: 1_000_000,
  searchResults: 100,
  fileBytes: 20_000_000,
} as const;
