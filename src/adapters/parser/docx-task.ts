/** What the thread that reads a docx file is given. */
export interface DocxTask {
  readonly bytes: Uint8Array;
  readonly maxUnzippedBytes: number;
}

/** What became of it. */
export type DocxResult =
  | { readonly type: 'read'; readonly html: string }
  /** An archive of other things. */
  | { readonly type: 'no-document' }
  | { readonly type: 'too-large' }
  | { readonly type: 'damaged'; readonly why: string };
