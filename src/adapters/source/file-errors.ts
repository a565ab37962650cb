import { sep } from 'node:path';

/** The system's error name such as `EACCES`; null for anything else. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk reports a fault',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** What a file error means, as the end of a sentence. */
export function wordsForErrno(errno: string | null): string {
  return WORDS[errno ?? ''] ?? `the system reports ${errno ?? 'an unknown fault'}`;
}

/** True when the real path `target` is `root` or lies below it. */
export function isInside(root: string, target: string): boolean {
  return target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
}
