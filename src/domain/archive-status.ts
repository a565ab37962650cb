import type { BuildRecord } from './build-record.ts';
import type { IndexManifest } from './index-manifest.ts';

/** What an index holds, for whoever operates it. */
export interface ArchiveStatus {
  readonly documents: number;
  /** Those that readers may see, too. */
  readonly publicDocuments: number;
  /** Those that only the newsroom may see. */
  readonly deskDocuments: number;
  readonly passages: number;
  /** Retellings of one thing count as one. */
  readonly stories: number;
  readonly index: Pick<IndexManifest, 'formatVersion' | 'fingerprint' | 'madeWith' | 'builtAt'>;
  /** Null for an index whose builds were not recorded. */
  readonly lastBuild: BuildRecord | null;
}
