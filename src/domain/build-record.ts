import type { IndexWarning, SkippedFile } from './index-manifest.ts';

/**
 * What the last finished build did, kept beside the index: how many articles became what, and what an
 * operator has to look after. A build that finds nothing new replaces it too.
 */
export interface BuildRecord {
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly seconds: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly embeddedPassages: number;
  readonly passagesPerSecond: number;
  /** Why everything was embedded afresh; null for an incremental build. */
  readonly rebuildReason: string | null;
  /** The first ones in order of path; `skippedCount` counts them all. */
  readonly skipped: readonly SkippedFile[];
  readonly skippedCount: number;
  /** Likewise. */
  readonly warnings: readonly IndexWarning[];
  readonly warningCount: number;
}
