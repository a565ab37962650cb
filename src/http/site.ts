import { createTokenBuckets } from './token-buckets.ts';

/** A site whose pages may ask. */
export interface Site {
  /** What its pages send. It stands in their source: no secret, but a name that can be taken back. */
  readonly key: string;
  /** Such as `https://news.example`; `null` for sandboxed frames, `*` for any; `loopback`: pages of this machine. */
  readonly origins: readonly string[] | 'loopback';
  /** Of all its visitors together. */
  readonly questionsPerMinute: number;
  readonly questionsPerMinutePerVisitor: number;
}

/** A question, or anything else: a source that is opened, a suggestion, feedback. */
export type RequestKind = 'question' | 'other';

/** Counts what the visitors of one site ask for. */
export interface SiteLimits {
  /** Counts a request; milliseconds to wait where a limit is exhausted, which counts nothing, else 0. */
  admit(kind: RequestKind, visitor: string): number;
}

// An answer has one to four sources, and each is fetched when it is opened first.
const OTHERS_PER_QUESTION = 10;

export function createSiteLimits(site: Site, monotonicMs: () => number): SiteLimits {
  const buckets = (perMinute: number) => createTokenBuckets({ perMinute, monotonicMs });
  const limits = (factor: number) => ({
    all: buckets(site.questionsPerMinute * factor),
    visitors: buckets(site.questionsPerMinutePerVisitor * factor),
  });
  const byKind = { question: limits(1), other: limits(OTHERS_PER_QUESTION) };
  return {
    admit(kind, visitor) {
      const { all, visitors } = byKind[kind];
      const waitMs = Math.max(all.waitMs(ALL), visitors.waitMs(visitor));
      if (waitMs > 0) return waitMs;
      all.take(ALL);
      visitors.take(visitor);
      return 0;
    },
  };
}

const ALL = 'all';
