import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { FileSource, SourceEntry } from '../../ports/file-source.ts';
import { errnoOf, isInside, wordsForErrno } from './file-errors.ts';
import { type ReadFolder, walkFolder } from './walk-folder.ts';

// Without this flag, opening a pipe that has taken a file's place would wait for its writer for ever.
const READ_NOW = constants.O_RDONLY | constants.O_NONBLOCK;

type ReadOptions = Parameters<FileSource['read']>[1];

export interface FolderSourceOptions {
  readonly dir: string;
  /** Folders that are left out, such as an index that lies inside the corpus. */
  readonly exclude?: readonly string[];
  /** For tests that put faults into the listing. */
  readonly readFolder?: ReadFolder;
}

const readWithTypes: ReadFolder = (path) => readdir(path, { withFileTypes: true });

/** The articles of a folder and the folders in it. Hidden names (`.git`) are left out. */
export function createFolderSource(options: FolderSourceOptions): FileSource {
  const { dir, exclude = [], readFolder = readWithTypes } = options;
  // Paths are given out in composed form (NFC); the disk may hold them decomposed.
  const namesOnDisk = new Map<string, string>();
  // The folder that the last listing went through. Reading holds to it even if a link has taken its
  // place since: each file's own real path is still compared with it.
  let listedRoot: string | null = null;

  return {
    async list(signal) {
      const root = await openRoot(dir);
      listedRoot = root;
      // A folder that is not there yet needs no leaving out.
      const excluded = await Promise.all(exclude.map((folder) => realpath(folder).catch(() => folder)));
      const found = await walkFolder(root, { readFolder, exclude: excluded, signal });
      namesOnDisk.clear();
      return uniquePaths(found, namesOnDisk);
    },
    async read(path, options) {
      const root = listedRoot ?? (await openRoot(dir));
      return readInside(root, { path, onDisk: namesOnDisk.get(path) ?? path }, options);
    },
  };
}

async function openRoot(dir: string): Promise<string> {
  try {
    return await realpath(dir);
  } catch (error) {
    const words = wordsForErrno(errnoOf(error));
    throw new CitedeskError('corpus-unreadable', `The corpus folder ${dir} cannot be read: ${words}.`, {
      fix: 'Name a folder of articles with --corpus.',
      cause: error,
    });
  }
}

function uniquePaths(found: readonly SourceEntry[], namesOnDisk: Map<string, string>): SourceEntry[] {
  const entries: SourceEntry[] = [];
  for (const entry of found.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = entry.path.normalize('NFC');
    if (namesOnDisk.has(path)) {
      const reason = 'Another file has the same name, written with other code points for its accents.';
      entries.push({ type: 'ignored', path, reason });
      continue;
    }
    namesOnDisk.set(path, entry.path);
    entries.push({ ...entry, path });
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function readInside(
  root: string,
  { path, onDisk }: { readonly path: string; readonly onDisk: string },
  options: ReadOptions,
): Promise<Uint8Array> {
  try {
    const target = await realpath(join(root, onDisk));
    if (!isInside(root, target)) throw unreadable(path, 'it lies outside the corpus folder');
    const file = await open(target, READ_NOW);
    try {
      return await readAtMost(file, path, options);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readFailure(error, path);
  }
}

async function readAtMost(
  file: FileHandle,
  path: string,
  { maxBytes, signal }: ReadOptions,
): Promise<Uint8Array> {
  const stat = await file.stat();
  if (!stat.isFile()) throw unreadable(path, 'it is not a regular file');
  if (stat.size > maxBytes) throw tooLarge(path, stat.size, maxBytes);
  // One byte more than it should have, so that a file that has grown since shows, which is held to the
  // limit as well.
  let bytes = new Uint8Array(stat.size + 1);
  for (let length = 0; ; ) {
    throwIfAborted(signal, 'The reading was stopped.');
    const { bytesRead } = await file.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
    if (length > maxBytes) throw tooLarge(path, length, maxBytes);
    if (length === bytes.length) bytes = grown(bytes, maxBytes + 1);
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function tooLarge(path: string, bytes: number, maxBytes: number): CitedeskError {
  const size = `is ${bytes.toLocaleString('en')} bytes long; the limit is ${maxBytes.toLocaleString('en')}`;
  return new CitedeskError('limit-exceeded', `${path} ${size}.`, { fix: 'Split the file.' });
}

function unreadable(path: string, why: string, cause?: unknown): CitedeskError {
  return new CitedeskError('file-unreadable', `${path} cannot be read: ${why}.`, { cause });
}

function readFailure(error: unknown, path: string): CitedeskError {
  if (error instanceof CitedeskError) return error;
  const errno = errnoOf(error);
  if (errno === 'ENOENT' || errno === 'ENOTDIR') {
    return new CitedeskError('not-found', `${path} is not in the corpus folder (any more).`, {
      cause: error,
    });
  }
  return unreadable(path, wordsForErrno(errno), error);
}
