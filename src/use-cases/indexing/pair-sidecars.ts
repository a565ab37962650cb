import { describedBy } from '../../ingest/sidecar-path.ts';
import type { SourceEntry } from '../../ports/file-source.ts';

/** The entries of a corpus, told apart. */
export interface PairedEntries {
  /** Without the sidecars of files that are there; others are ignored, with the reason. */
  readonly entries: readonly SourceEntry[];
  /** The path of a file's sidecar, by the path of the file. */
  readonly sidecars: ReadonlyMap<string, string>;
}

/** Takes the sidecars from among the files. One that cannot be looked at belongs to its file all the same. */
export function pairSidecars(listed: readonly SourceEntry[]): PairedEntries {
  const paths = new Set(listed.map(({ path }) => path));
  const sidecars = new Map<string, string>();
  const entries = listed.flatMap((entry): SourceEntry[] => {
    const described = describedBy(entry.path);
    if (described === null) return [entry];
    if (!paths.has(described)) return [ignored(entry.path, `It describes ${described}, which is not there.`)];
    const other = sidecars.get(described);
    if (other !== undefined)
      return [ignored(entry.path, `${other} describes the same file, and is read instead.`)];
    sidecars.set(described, entry.path);
    return [];
  });
  return { entries, sidecars };
}

const ignored = (path: string, reason: string): SourceEntry => ({ type: 'ignored', path, reason });
