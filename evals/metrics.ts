/** Gains of the judged documents of one question: id to gain. Absent or 0: not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulated gain at `k` (Järvelin and Kekäläinen 2002), 0 to 1, with linear
 * gain and a discount of log2(rank + 1), as trec_eval counts it. An id counts once, where it stands
 * first. 0 where nothing is judged relevant.
 */
export function ndcg(ranked: readonly string[], judged: Judgements, k: number): number {
  const gains = [...new Set(ranked)].slice(0, k).map((id) => judged.get(id) ?? 0);
  const ideal = [...judged.values()].sort((a, b) => b - a).slice(0, k);
  const best = discounted(ideal);
  return best === 0 ? 0 : discounted(gains) / best;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + Math.max(gain, 0) / Math.log2(index + 2), 0);
}

/** Share of the relevant ids that stand among the first `k`, 0 to 1; 0 where nothing is relevant. */
export function recall(ranked: readonly string[], judged: Judgements, k: number): number {
  const relevant = relevantIds(judged);
  if (relevant.size === 0) return 0;
  const found = new Set(ranked.slice(0, k)).intersection(relevant);
  return found.size / relevant.size;
}

/** One over the rank of the first relevant id, 0 to 1; 0 where none is found. */
export function reciprocalRank(ranked: readonly string[], judged: Judgements): number {
  const relevant = relevantIds(judged);
  const index = ranked.findIndex((id) => relevant.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Mean over the relevant ids of the precision at each one's rank, 0 to 1; those not found count 0. */
export function averagePrecision(ranked: readonly string[], judged: Judgements): number {
  const relevant = relevantIds(judged);
  let found = 0;
  let sum = 0;
  for (const [index, id] of [...new Set(ranked)].entries()) {
    if (!relevant.has(id)) continue;
    found++;
    sum += found / (index + 1);
  }
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

function relevantIds(judged: Judgements): Set<string> {
  return new Set([...judged].filter(([, gain]) => gain > 0).map(([id]) => id));
}

export interface PrecisionRecall {
  /** Null where nothing was picked. */
  readonly precision: number | null;
  /** Null where nothing was to be picked. */
  readonly recall: number | null;
}

/** One question: was it left unanswered, and does the archive hold its answer? */
export interface AbstentionCase {
  readonly abstained: boolean;
  readonly answerable: boolean;
}

/**
 * Abstention as a picking of the unanswerable: precision is the share of the abstentions that were
 * right, recall the share of the unanswerable questions that were left unanswered.
 */
export function abstention(cases: readonly AbstentionCase[]): PrecisionRecall {
  const picked = cases.filter((one) => one.abstained).length;
  const wanted = cases.filter((one) => !one.answerable).length;
  const right = cases.filter((one) => one.abstained && !one.answerable).length;
  return {
    precision: picked === 0 ? null : right / picked,
    recall: wanted === 0 ? null : right / wanted,
  };
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that a share `p` (0 to 1) of the values do not exceed: nearest rank; 0 of nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
