import { join } from 'node:path';
import { CitedeskError } from '../../domain/errors.ts';
import type { IndexBuild, IndexStore, OpenIndex } from '../../ports/index-store.ts';
import { openGeneration } from './generation-reader.ts';
import { GenerationWriter } from './generation-writer.ts';
import { CURRENT_FILE, generationFolder, generationsFolder, isGeneration, nextGeneration } from './layout.ts';
import { damaged, type Pointer, parsePointer, toJsonBytes } from './manifest-file.ts';
import { errnoOf, nodeFiles, type StorageFiles, writeFailure } from './storage-files.ts';

export interface LocalIndexStoreOptions {
  readonly dir: string;
  /** For tests that put faults into file operations. */
  readonly files?: StorageFiles;
}

/**
 * Passages that a scan in memory serves well: at 50,000 of 384 dimensions a scan takes some 6 ms
 * on one core and the program some 700 MB, both growing in step with the passages.
 */
const COMFORTABLE_PASSAGES = 50_000;

// A reader that loses its generation to a finished build starts again with the new one; a build takes
// far longer than an opening, so a few rounds are plenty.
const OPEN_ATTEMPTS = 5;

/**
 * An index in a folder: `CURRENT` names one of `generations/`, each complete in itself. A build writes
 * a new generation and then replaces `CURRENT` by a rename, the one moment at which readers see it.
 */
export function createLocalIndexStore({ dir, files = nodeFiles }: LocalIndexStoreOptions): IndexStore {
  const currentPath = join(dir, CURRENT_FILE);

  async function readPointer(): Promise<Pointer | null> {
    try {
      return parsePointer(await files.read(currentPath));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
      throw readFailure(error, dir);
    }
  }

  async function open(): Promise<OpenIndex> {
    for (let attempt = 1; ; attempt++) {
      const pointer = await readPointer();
      if (pointer === null) throw missing(dir);
      try {
        return await openGeneration(files, dir, pointer);
      } catch (error) {
        const replaced = (await readPointer())?.generation !== pointer.generation;
        if (!replaced || attempt === OPEN_ATTEMPTS) throw readFailure(error, dir);
      }
    }
  }

  async function publish(generation: string, manifestSha256: string): Promise<void> {
    await files.sync(generationsFolder(dir));
    const next = `${currentPath}.next`;
    await files.write(next, toJsonBytes({ generation, manifestSha256 } satisfies Pointer));
    await files.rename(next, currentPath);
    // From here on the new generation is the index. What is left over goes with the next build.
    await files
      .sync(dir)
      .then(() => removeOthers(generation))
      .catch(() => undefined);
  }

  async function removeOthers(current: string | null): Promise<void> {
    for (const name of await files.list(generationsFolder(dir))) {
      if (isGeneration(name) && name !== current) await files.remove(generationFolder(dir, name));
    }
  }

  async function begin(): Promise<IndexBuild> {
    try {
      const current = await currentOrNull();
      const names = await files.list(generationsFolder(dir));
      await removeOthers(current);
      const generation = nextGeneration([...names, ...(current === null ? [] : [current])]);
      const folder = generationFolder(dir, generation);
      await files.makeFolder(folder);
      return new GenerationWriter({ files, dir, folder, publish: (hash) => publish(generation, hash) });
    } catch (error) {
      throw writeFailure(error, dir);
    }
  }

  // A damaged pointer protects nothing: no generation can be reached through it.
  async function currentOrNull(): Promise<string | null> {
    return (await readPointer().catch(() => null))?.generation ?? null;
  }

  return {
    traits: { name: 'local folder', comfortablePassages: COMFORTABLE_PASSAGES },
    open,
    begin,
    async currentGeneration() {
      const pointer = await readPointer();
      // The hash tells apart an index that was deleted and made again from the one before it.
      return pointer === null ? null : `${pointer.generation}-${pointer.manifestSha256.slice(0, 16)}`;
    },
  };
}

function missing(dir: string): CitedeskError {
  return new CitedeskError('index-missing', `There is no index in ${dir}.`, {
    fix: 'Run `citedesk index` to make one.',
  });
}

function readFailure(error: unknown, dir: string): CitedeskError {
  if (error instanceof CitedeskError) return error;
  const errno = errnoOf(error);
  if (errno === 'ENOENT') return damaged('a file of it is gone', error);
  if (errno === null) return damaged('a file of it cannot be read', error);
  return new CitedeskError('storage-failed', `The index in ${dir} cannot be read (${errno}).`, {
    fix: 'Check that this user may read the folder.',
    cause: error,
  });
}
