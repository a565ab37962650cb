import type { Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { SourceEntry } from '../../ports/file-source.ts';
import { errnoOf, isInside, wordsForErrno } from './file-errors.ts';

/** Lists a folder, as `readdir` of Node with file types. */
export type ReadFolder = (path: string) => Promise<Dirent[]>;

export interface WalkOptions {
  readonly readFolder: ReadFolder;
  /** Real paths of folders that are left out. */
  readonly exclude: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

interface Walk {
  readonly root: string;
  readonly options: WalkOptions;
  readonly entries: SourceEntry[];
  /** Real paths of files and folders that have been listed: each is listed once. */
  readonly seen: Set<string>;
  /** Symbolic links, which wait until everything has been listed under its own name. */
  readonly links: string[];
}

/**
 * Everything below `root` (a real path) as it is named on the disk, in no order. Throws
 * `corpus-unreadable` when `root` itself cannot be listed.
 */
export async function walkFolder(root: string, options: WalkOptions): Promise<readonly SourceEntry[]> {
  const walk: Walk = { root, options, entries: [], seen: new Set([root, ...options.exclude]), links: [] };
  await visitFolder(walk, { path: '', real: root });
  // Following a link can bring new links to the end of the list.
  for (let next = walk.links.shift(); next !== undefined; next = walk.links.shift()) {
    await followLink(walk, next);
  }
  return walk.entries;
}

interface Place {
  /** Below the corpus, `/` between parts; empty for the corpus itself. */
  readonly path: string;
  readonly real: string;
}

async function visitFolder(walk: Walk, folder: Place): Promise<void> {
  throwIfAborted(walk.options.signal, 'The listing was stopped.');
  const children = await childrenOf(walk, folder);
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (child.name.startsWith('.')) continue;
    const path = folder.path === '' ? child.name : `${folder.path}/${child.name}`;
    const place = { path, real: join(folder.real, child.name) };
    if (child.isSymbolicLink()) walk.links.push(path);
    else if (child.isDirectory()) await enterFolder(walk, place);
    else if (child.isFile()) await addFile(walk, place);
    else addIgnored(walk, path, 'It is not a file but a device, a pipe or a socket.');
  }
}

async function childrenOf(walk: Walk, folder: Place): Promise<Dirent[]> {
  try {
    return await walk.options.readFolder(folder.real);
  } catch (error) {
    const words = wordsForErrno(errnoOf(error));
    if (folder.path !== '') {
      addUnreadable(walk, folder.path, `The folder cannot be read: ${words}.`);
      return [];
    }
    throw new CitedeskError('corpus-unreadable', `The corpus folder ${walk.root} cannot be read: ${words}.`, {
      fix: 'Name a folder of articles with --corpus.',
      cause: error,
    });
  }
}

async function enterFolder(walk: Walk, place: Place): Promise<void> {
  if (walk.seen.has(place.real)) return;
  walk.seen.add(place.real);
  await visitFolder(walk, place);
}

async function addFile(walk: Walk, { path, real }: Place): Promise<void> {
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  try {
    const { size } = await stat(real);
    walk.entries.push({ type: 'file', path, bytes: size });
  } catch (error) {
    if (path.includes('\u{FFFD}')) return addIgnored(walk, path, 'Its name is not valid UTF-8.');
    addUnreadable(walk, path, `The file cannot be read: ${wordsForErrno(errnoOf(error))}.`);
  }
}

async function followLink(walk: Walk, path: string): Promise<void> {
  let real: string;
  let isFolder: boolean;
  try {
    real = await realpath(join(walk.root, path));
    isFolder = (await stat(real)).isDirectory();
  } catch (error) {
    return addIgnored(walk, path, `The link leads nowhere: ${wordsForErrno(errnoOf(error))}.`);
  }
  if (!isInside(walk.root, real)) {
    return addIgnored(walk, path, 'The link leads outside the corpus folder and is not followed.');
  }
  if (isFolder) await enterFolder(walk, { path, real });
  else await addFile(walk, { path, real });
}

function addIgnored(walk: Walk, path: string, reason: string): void {
  walk.entries.push({ type: 'ignored', path, reason });
}

function addUnreadable(walk: Walk, path: string, reason: string): void {
  walk.entries.push({ type: 'unreadable', path, reason });
}
