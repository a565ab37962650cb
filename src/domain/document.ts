import type { Span } from './span.ts';

/** Stable for a path inside the corpus: `d` and 16 hex digits, safe in a URL and in a file name. */
export type DocumentId = string;

/** Who may see a document: every reader of a site, or the newsroom alone. */
export const DOCUMENT_ACCESSES = ['public', 'desk'] as const;
export type DocumentAccess = (typeof DOCUMENT_ACCESSES)[number];

/** What a stretch of `Document.text` is. Blocks never overlap and stand in reading order. */
export type BlockKind =
  | 'heading'
  /** The sentence under the headline that sums the story up. */
  | 'standfirst'
  | 'paragraph'
  | 'list-item'
  | 'quotation'
  | 'caption'
  | 'table-row';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What the file says of itself. Null where it says nothing. */
export interface DocumentMetadata {
  /** Never empty: the file's own title, else its first heading, else its file name. */
  readonly title: string;
  readonly author: string | null;
  /** ISO 8601 date (`2026-05-03`) or date-time with offset. */
  readonly publishedAt: string | null;
  /** http or https only. */
  readonly url: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** The paper, agency or site whose article it is, as the file names it; absent where it does not. */
  readonly publisher?: string;
}

/** One source file after cleaning. `text` is what every span of the product counts in. */
export interface Document extends DocumentMetadata {
  readonly id: DocumentId;
  /** Relative to the corpus folder, `/` between parts, Unicode NFC. */
  readonly path: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly contentHash: string;
  /** `public` unless the file, its sidecar or the settings say `desk`. */
  readonly access: DocumentAccess;
  /** Hash of what is said of the file outside it, by a sidecar or the settings; absent where nothing is. */
  readonly besideHash?: string;
  /** Clean text: blocks joined by a blank line; no control characters but `\n` and `\t`. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Names a document to a reader, without its text. */
export interface Ref {
  readonly documentId: DocumentId;
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** 1-based, for paged sources. */
  readonly page?: number;
}

/** A place in a document: `document.text.slice(start, end) === quote`, always. */
export interface Cite extends Ref, Span {
  readonly quote: string;
}

export function refOf(document: Document): Ref {
  const { id, path, title, url, publishedAt } = document;
  return { documentId: id, path, title, url, publishedAt };
}

/** The only maker of a `Cite`, so that its quote can never differ from its span. */
export function citeOf(document: Document, span: Span): Cite {
  const { start, end } = span;
  return { ...refOf(document), start, end, quote: document.text.slice(start, end) };
}
