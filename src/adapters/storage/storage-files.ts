import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { CitedeskError } from '../../domain/errors.ts';

/** The few file operations that a store needs; a test puts faults in here. */
export interface StorageFiles {
  read(path: string): Promise<Uint8Array>;
  /** Creates or replaces the file; its bytes are on the disk when the promise resolves. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of the file, created where absent; not synced. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Puts the file's bytes, or the folder's names, on the disk. */
  sync(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** With all that is in it; nothing where absent. */
  remove(path: string): Promise<void>;
  /** Names in the folder; empty where it is absent. */
  list(path: string): Promise<readonly string[]>;
}

/** The files of this machine. */
export const nodeFiles: StorageFiles = {
  read: (path) => readFile(path),
  write: (path, bytes) =>
    withFile(path, 'w', async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    }),
  append: (path, bytes) => withFile(path, 'a', (file) => file.writeFile(bytes)),
  async sync(path) {
    try {
      await withFile(path, 'r', (file) => file.sync());
    } catch (error) {
      if (!CANNOT_SYNC.has(errnoOf(error) ?? '')) throw error;
    }
  },
  rename,
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  async list(path) {
    try {
      return await readdir(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  },
};

// Some systems keep a folder's names safe by themselves and refuse to be asked.
const CANNOT_SYNC = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP']);

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

/** The system's error name such as `ENOSPC`; null for anything else. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What a failed write means to a person; a CitedeskError passes as it is. */
export function writeFailure(error: unknown, dir: string): CitedeskError {
  if (error instanceof CitedeskError) return error;
  const errno = errnoOf(error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new CitedeskError('storage-full', `The disk that holds the index folder ${dir} is full.`, {
      fix: 'Free some space and run the command again; the index is as it was before.',
      cause: error,
    });
  }
  return new CitedeskError(
    'storage-failed',
    `The index folder ${dir} cannot be written (${errno ?? 'unknown fault'}).`,
    {
      fix: 'Check that the folder exists and may be written, then run the command again.',
      cause: error,
    },
  );
}
