import type { CountsStore, KeptCounts } from '../../src/ports/counts-store.ts';

/** Keeps the last counts, through JSON as a file would; `writes` counts how often. */
export function createMemoryCounts(): CountsStore & { readonly writes: () => number } {
  let kept: KeptCounts = { kind: 'none' };
  let writes = 0;
  return {
    read: async () => kept,
    async write(counts) {
      writes++;
      kept = { kind: 'found', counts: JSON.parse(JSON.stringify(counts)) };
    },
    writes: () => writes,
  };
}
