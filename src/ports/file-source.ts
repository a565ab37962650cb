export interface SourceFileInfo {
  /** Relative to the corpus, `/` between parts, Unicode NFC. */
  readonly path: string;
  readonly bytes: number;
}

export type SourceEntry =
  | ({ readonly type: 'file' } & SourceFileInfo)
  /** A file or folder that may be there but cannot be looked at now; `reason` is a plain sentence. */
  | { readonly type: 'unreadable'; readonly path: string; readonly reason: string }
  /** What is no file of the corpus: a device, a link that leads nowhere or out of the folder. */
  | { readonly type: 'ignored'; readonly path: string; readonly reason: string };

/**
 * The corpus folder. `list` is sorted by path, follows symbolic links inside the corpus once and
 * never loops; it throws `corpus-unreadable` when the folder itself cannot be read. `read` throws
 * `not-found` (gone since it was listed), `file-unreadable` (no permission, a faulty disk) or
 * `limit-exceeded` (more than `maxBytes`).
 */
export interface FileSource {
  list(signal?: AbortSignal): Promise<readonly SourceEntry[]>;
  read(
    path: string,
    options: { readonly maxBytes: number; readonly signal?: AbortSignal },
  ): Promise<Uint8Array>;
}
