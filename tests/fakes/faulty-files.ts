import { nodeFiles, type StorageFiles } from '../../src/adapters/storage/storage-files.ts';

export interface FaultyFiles extends StorageFiles {
  /** Operations that change the disk, in order, such as `write manifest.json`. */
  readonly changes: readonly string[];
}

/** An error as the system reports it, such as `ENOSPC` for a full disk. */
export function systemError(errno: string): Error {
  return Object.assign(new Error(`${errno}: injected`), { code: errno });
}

interface FaultOptions {
  /** The change, counted from 0, at which it happens. */
  readonly at: number;
  readonly onFault: (half: () => Promise<void>) => Promise<void>;
  readonly isOver: boolean;
}

function withFault({ at, onFault, isOver }: FaultOptions): FaultyFiles {
  const changes: string[] = [];
  let isDead = false;
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  async function change(what: string, whole: () => Promise<void>, half = async () => {}): Promise<void> {
    if (isDead) return onFault(async () => {});
    const number = changes.push(what) - 1;
    if (number !== at) return whole();
    isDead = isOver;
    return onFault(half);
  }
  const halfOf = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
  return {
    changes,
    read: nodeFiles.read,
    list: nodeFiles.list,
    sync: nodeFiles.sync,
    write: (path, bytes) =>
      change(
        `write ${name(path)}`,
        () => nodeFiles.write(path, bytes),
        () => nodeFiles.write(path, halfOf(bytes)),
      ),
    append: (path, bytes) =>
      change(
        `append ${name(path)}`,
        () => nodeFiles.append(path, bytes),
        () => nodeFiles.append(path, halfOf(bytes)),
      ),
    rename: (from, to) => change(`rename ${name(to)}`, () => nodeFiles.rename(from, to)),
    makeFolder: (path) => change(`makeFolder ${name(path)}`, () => nodeFiles.makeFolder(path)),
    remove: (path) => change(`remove ${name(path)}`, () => nodeFiles.remove(path)),
  };
}

/** The process ends at a change: half of it may be done, and nothing after it. `die` may end it in earnest. */
export function filesThatDieAt(at: number, die: () => void = () => {}): FaultyFiles {
  return withFault({
    at,
    isOver: true,
    onFault: async (half) => {
      await half();
      die();
      throw new Error('the process is gone');
    },
  });
}

/** One change fails with a system error, half done; those after it work again. */
export function filesThatFailAt(at: number, errno: string): FaultyFiles {
  return withFault({
    at,
    isOver: false,
    onFault: async (half) => {
      await half();
      throw systemError(errno);
    },
  });
}
