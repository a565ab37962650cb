import type { Block, DocumentAccess, DocumentMetadata } from '../domain/document.ts';

export interface ParseInput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file made text. `title` may be null: the caller falls back to the file name. */
export interface ParsedFile extends Omit<DocumentMetadata, 'title'> {
  readonly title: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Who may see it, where the file says so. */
  readonly access?: DocumentAccess;
  /** Things a person should know, such as broken front matter that was read as text. */
  readonly warnings: readonly string[];
}

/** One source format. Throws `file-unsupported` with a plain sentence where the bytes are not it. */
export interface Parser {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  parse(input: ParseInput): Promise<ParsedFile>;
}
