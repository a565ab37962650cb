import type { Statement } from './retelling.ts';
import { toldShare } from './told-share.ts';

/** A text as far as telling it from a retelling needs. */
export interface Telling {
  readonly statements: readonly Statement[];
  /** Unit-length mean of its passages' vectors; null where there are none. */
  readonly centroid: Float32Array | null;
}

/**
 * Share of the shorter text that the longer one must tell for both to be one story. Measured by
 * `node evals/tune-copies.ts` on 153 news articles: of 1,071 retellings, reworded, cut or with a quarter of
 * sentences of their own, one falls below 0.65; of 306 other stories that share sentences or furniture
 * none reaches 0.45, and of the reports of one event in those sets one, by a list of dates, 0.55.
 */
const TOLD_SHARE = 0.6;

/**
 * Least cosine of the centroids of two texts of which one is the other in new words throughout. In 566
 * news articles and 423 of a magazine, many of them on the same events, no two reach it but by
 * language: the nearest, two reports of one finding, come to 0.924.
 */
export const SPUN_SIMILARITY = 0.93;
/** Share of the shorter one's terms that the other must then hold; two on one subject hold 0.3 to 0.5. */
const SPUN_TERMS = 0.5;
// Of a few sentences the vectors say what they are about, not what they tell.
const LEAST_SPUN_TERMS = 100;

/** How two texts tell one story. */
export interface Kinship {
  /** Of the shorter one's terms, the share in sentences that the longer one tells, 0 to 1. */
  readonly told: number;
  readonly isSameStory: boolean;
}

/**
 * True where the shorter of two texts adds little to the longer: at least six tenths of it are told there,
 * sentence by sentence with the same figures and names; or it is the same from end to end in new
 * words, without a figure of its own. Another report of the same event, with facts of its own, is
 * another story.
 */
export function kinshipOf(a: Telling, b: Telling): Kinship {
  const [short, long] = termCount(a) <= termCount(b) ? [a, b] : [b, a];
  const told = toldShare(short.statements, long.statements);
  return { told, isSameStory: told >= TOLD_SHARE || isSpun(short, long) };
}

function isSpun(short: Telling, long: Telling): boolean {
  if (similarityOf(short.centroid, long.centroid) < SPUN_SIMILARITY) return false;
  const [terms, known] = [termsOf(short), termsOf(long)];
  const shared = terms.intersection(known).size;
  const addsFigure = short.statements.some(({ figures }) => !figures.isSubsetOf(known));
  return terms.size >= LEAST_SPUN_TERMS && shared >= SPUN_TERMS * terms.size && !addsFigure;
}

/** Cosine of two vectors of unit length; 0 where one is missing. */
export function similarityOf(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const termCount = ({ statements }: Telling) => statements.reduce((sum, { terms }) => sum + terms.size, 0);
const termsOf = ({ statements }: Telling) => new Set(statements.flatMap(({ terms }) => [...terms]));
