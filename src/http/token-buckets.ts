/**
 * A bucket of tokens for each name: a full minute's worth may be taken at once, and what was taken comes
 * back evenly over a minute.
 */
export interface TokenBuckets {
  /** Milliseconds until a token is there for `name`; 0: now. */
  waitMs(name: string): number;
  /** Takes one, which `waitMs` has said is there. */
  take(name: string): void;
}

export interface TokenBucketsOptions {
  readonly perMinute: number;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** Names that are remembered; 10,000 unless told. Beyond them the one unused for longest is forgotten. */
  readonly maxNames?: number;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

const MINUTE_MS = 60_000;
// Sums of fractions of a token are off by this much at most, and the time that was named has passed.
const ROUNDING = 1e-9;
// A name and two numbers: some two megabytes for each set of buckets.
const MAX_NAMES = 10_000;

export function createTokenBuckets(options: TokenBucketsOptions): TokenBuckets {
  const { perMinute, monotonicMs, maxNames = MAX_NAMES } = options;
  // In the order of their last use.
  const buckets = new Map<string, Bucket>();
  const tokensOf = (name: string, nowMs: number): number => {
    const bucket = buckets.get(name);
    if (bucket === undefined) return perMinute;
    return Math.min(perMinute, bucket.tokens + ((nowMs - bucket.atMs) / MINUTE_MS) * perMinute);
  };
  return {
    waitMs(name) {
      const missing = 1 - tokensOf(name, monotonicMs());
      return missing <= ROUNDING ? 0 : Math.ceil((missing / perMinute) * MINUTE_MS);
    },
    take(name) {
      const atMs = monotonicMs();
      const tokens = tokensOf(name, atMs) - 1;
      buckets.delete(name);
      buckets.set(name, { tokens, atMs });
      const [oldest] = buckets.keys();
      if (buckets.size > maxNames && oldest !== undefined) buckets.delete(oldest);
    },
  };
}
