import type { KeptDurations } from '../../domain/service-counts.ts';

/**
 * Upper bounds of the buckets, 1 ms to 100 s, in the steps of ISO 3's series R10: each at most 1.28 of the
 * one before, so that a quantile is known to about a quarter, and 1, 2 and 5 of every decade are among them.
 */
export const BOUNDS_MS: readonly number[] = [
  ...[1, 10, 100, 1_000, 10_000].flatMap((decade) =>
    [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8].map((step) => step * decade),
  ),
  100_000,
];

/** Counts durations in fixed buckets: its size does not grow with what it is told. */
export class DurationCounts {
  /** One a bound, of durations up to it, and one of those beyond the last. */
  readonly counts: number[] = new Array<number>(BOUNDS_MS.length + 1).fill(0);
  #count = 0;
  #sumMs = 0;
  #maxMs = 0;

  get count(): number {
    return this.#count;
  }

  get sumMs(): number {
    return this.#sumMs;
  }

  /** Null before the first. */
  get maxMs(): number | null {
    return this.#count === 0 ? null : this.#maxMs;
  }

  /** Takes over what an earlier one counted, unless it was between other bounds. */
  addKept({ counts, sumMs, maxMs }: KeptDurations): void {
    if (counts.length !== this.counts.length) return;
    for (const [at, count] of counts.entries()) {
      this.counts[at] = (this.counts[at] ?? 0) + count;
      this.#count += count;
    }
    this.#sumMs += sumMs;
    this.#maxMs = Math.max(this.#maxMs, maxMs);
  }

  kept(): KeptDurations {
    return { counts: [...this.counts], sumMs: this.#sumMs, maxMs: this.#maxMs };
  }

  add(ms: number): void {
    const at = BOUNDS_MS.findIndex((bound) => ms <= bound);
    const bucket = at < 0 ? BOUNDS_MS.length : at;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.#count++;
    this.#sumMs += ms;
    this.#maxMs = Math.max(this.#maxMs, ms);
  }

  /**
   * The duration that a share `q` (above 0, up to 1) of all did not exceed, evenly spread inside its
   * bucket; null before the first. The nearest-rank quantile lies in the same bucket.
   */
  quantileMs(q: number): number | null {
    if (this.#count === 0) return null;
    const rank = Math.ceil(q * this.#count);
    let before = 0;
    for (const [at, count] of this.counts.entries()) {
      if (before + count >= rank) return this.#within(at, (rank - before) / count);
      before += count;
    }
    return this.#maxMs;
  }

  #within(bucket: number, share: number): number {
    const lower = BOUNDS_MS[bucket - 1] ?? 0;
    const upper = Math.min(BOUNDS_MS[bucket] ?? this.#maxMs, this.#maxMs);
    return lower + (upper - lower) * share;
  }
}

/** The same counts between fewer bounds, each of which is one of `BOUNDS_MS`; the last is of those beyond. */
export function countsBetween(counts: readonly number[], boundsMs: readonly number[]): number[] {
  const folded = new Array<number>(boundsMs.length + 1).fill(0);
  for (const [at, count] of counts.entries()) {
    const bound = BOUNDS_MS[at] ?? Number.POSITIVE_INFINITY;
    const found = boundsMs.findIndex((wider) => bound <= wider);
    const bucket = found < 0 ? boundsMs.length : found;
    folded[bucket] = (folded[bucket] ?? 0) + count;
  }
  return folded;
}

/** Few enough to draw and to store for every route: 1, 2 and 5 of each decade up to a minute. */
export const COARSE_BOUNDS_MS: readonly number[] = [
  ...[1, 10, 100, 1_000].flatMap((decade) => [decade, 2 * decade, 5 * decade]),
  10_000,
  20_000,
  50_000,
];
