import type { ServiceCounts } from '../domain/service-counts.ts';

/** What was kept. Counts that cannot be read are set aside, under `setAside`, and never read again. */
export type KeptCounts =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly counts: ServiceCounts }
  | { readonly kind: 'damaged'; readonly setAside: string };

/**
 * Keeps what a server has counted across its restarts. `write` replaces what was there, whole or not at
 * all; both throw `storage-full` or `storage-failed`.
 */
export interface CountsStore {
  read(): Promise<KeptCounts>;
  write(counts: ServiceCounts): Promise<void>;
}
