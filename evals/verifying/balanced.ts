/** A case with its label and what was scored for it. */
export interface Scored {
  readonly isSupported: boolean;
  readonly score: number;
}

/** Mean of the shares of supported cases at or above the threshold and of others below it, 0 to 1. */
export function balancedAccuracy(cases: readonly Scored[], threshold: number): number {
  const right = (isSupported: boolean) => {
    const own = cases.filter((one) => one.isSupported === isSupported);
    const hit = own.filter(({ score }) => score >= threshold === isSupported);
    return own.length === 0 ? 0 : hit.length / own.length;
  };
  return (right(true) + right(false)) / 2;
}

/** The threshold at which balanced accuracy is highest: what a score that is no probability is judged at. */
export function bestThreshold(cases: readonly Scored[]): number {
  const steps = [...new Set(cases.map(({ score }) => score))].sort((a, b) => a - b);
  // A hundred places are as good as all of them.
  const tried = steps.filter((_, index) => index % Math.max(1, Math.floor(steps.length / 100)) === 0);
  return tried.reduce(
    (best, step) => (balancedAccuracy(cases, step) > balancedAccuracy(cases, best) ? step : best),
    0.5,
  );
}

/** Area under the ROC curve: how often a supported case scores above another (Mann and Whitney, 1947). */
export function areaUnderCurve(cases: readonly Scored[]): number {
  const sorted = cases.toSorted((a, b) => a.score - b.score);
  let [ranks, index] = [0, 0];
  while (index < sorted.length) {
    let end = index;
    while (sorted[end + 1]?.score === sorted[index]?.score && end + 1 < sorted.length) end++;
    const supported = sorted.slice(index, end + 1).filter(({ isSupported }) => isSupported).length;
    ranks += supported * ((index + end) / 2 + 1);
    index = end + 1;
  }
  const positive = cases.filter(({ isSupported }) => isSupported).length;
  const negative = cases.length - positive;
  if (positive === 0 || negative === 0) return 0.5;
  return (ranks - (positive * (positive + 1)) / 2) / (positive * negative);
}
