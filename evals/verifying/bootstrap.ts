import { randomFrom } from '../asking/random.ts';
import { areaUnderCurve } from './balanced.ts';

/** One case as two checkers score it. */
export interface PairedCase {
  readonly isSupported: boolean;
  readonly ours: number;
  readonly theirs: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Resamplings: the ends of the interval move by less than a hundredth between seeds. */
const RESAMPLES = 400;

/**
 * The 95 % interval of our area under the curve less theirs, by paired bootstrap (Efron and Tibshirani,
 * 1993): the same cases drawn for both. Below 0 as a whole: we are significantly behind.
 */
export function areaDifference(cases: readonly PairedCase[], seed: number): Interval {
  const random = randomFrom(seed);
  const differences = Array.from({ length: RESAMPLES }, () => {
    const drawn = cases.flatMap(() => cases[Math.floor(random() * cases.length)] ?? []);
    const area = (scoreOf: (one: PairedCase) => number) =>
      areaUnderCurve(drawn.map((one) => ({ isSupported: one.isSupported, score: scoreOf(one) })));
    return area(({ ours }) => ours) - area(({ theirs }) => theirs);
  }).sort((a, b) => a - b);
  const at = (share: number) => differences[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
