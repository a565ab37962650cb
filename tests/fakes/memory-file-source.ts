import { CitedeskError, throwIfAborted } from '../../src/domain/errors.ts';
import type { FileSource, SourceEntry } from '../../src/ports/file-source.ts';

export interface MemoryFileSource extends FileSource {
  /** The corpus; a test changes it between builds. */
  readonly files: Map<string, Uint8Array>;
  /** Entries that are listed beside the files. */
  readonly extra: SourceEntry[];
  /** Called before a file is read; what it throws, `read` rejects with. */
  beforeRead: (path: string) => void;
  /** Paths that were read, in order. */
  readonly reads: readonly string[];
}

/** A corpus without a disk. */
export function createMemoryFileSource(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): MemoryFileSource {
  const bytesOf = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reads: string[] = [];
  const source: MemoryFileSource = {
    files: new Map(Object.entries(files).map(([path, content]) => [path.normalize('NFC'), bytesOf(content)])),
    extra: [],
    beforeRead: () => undefined,
    reads,
    async list(signal) {
      throwIfAborted(signal, 'The listing was stopped.');
      const found = [...source.files].map(
        ([path, bytes]): SourceEntry => ({ type: 'file', path, bytes: bytes.length }),
      );
      return [...found, ...source.extra].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(path, { maxBytes, signal }) {
      throwIfAborted(signal, 'The reading was stopped.');
      source.beforeRead(path);
      reads.push(path);
      const bytes = source.files.get(path);
      if (bytes === undefined) throw new CitedeskError('not-found', `${path} is not in the corpus.`);
      if (bytes.length > maxBytes) {
        throw new CitedeskError(
          'limit-exceeded',
          `${path} has ${bytes.length} bytes; the limit is ${maxBytes}.`,
        );
      }
      return bytes;
    },
  };
  return source;
}

export function setFile(source: MemoryFileSource, path: string, text: string): void {
  source.files.set(path, new TextEncoder().encode(text));
}
