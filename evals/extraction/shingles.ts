const SHINGLE_WORDS = 4;

/** Words as the benchmark counts them. */
export function pageWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingleCounts(text: string): Map<string, number> {
  const words = pageWords(text);
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let start = 0; start < Math.max(1, words.length - SHINGLE_WORDS + 1); start++) {
    const shingle = words.slice(start, start + SHINGLE_WORDS).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Both 0 to 1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

/**
 * How much of the found text is wanted and how much of the wanted text is found, by runs of four words
 * counted as often as they occur: the measure of the article extraction benchmark.
 */
export function shingleOverlap(wanted: string, found: string): Overlap {
  const [want, have] = [shingleCounts(wanted), shingleCounts(found)];
  let shared = 0;
  for (const [shingle, count] of have) shared += Math.min(count, want.get(shingle) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [wantTotal, haveTotal] = [total(want), total(have)];
  if (wantTotal === 0 && haveTotal === 0) return { precision: 1, recall: 1 };
  return {
    precision: haveTotal === 0 ? 0 : shared / haveTotal,
    recall: wantTotal === 0 ? 0 : shared / wantTotal,
  };
}

/** Means over pages, and F1 of the means, as the benchmark reports them. */
export function meanOverlap(overlaps: readonly Overlap[]): Overlap & { readonly f1: number } {
  const mean = (pick: (overlap: Overlap) => number) =>
    overlaps.reduce((sum, overlap) => sum + pick(overlap), 0) / Math.max(1, overlaps.length);
  const precision = mean((overlap) => overlap.precision);
  const recall = mean((overlap) => overlap.recall);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}
