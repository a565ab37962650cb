import type { Sign } from './signs.ts';

/** Measures brought to mean 0 and deviation 1, so that one penalty suits all. */
interface Scale {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

export interface Fitted {
  readonly bias: number;
  /** For measures as they are, in their order. */
  readonly weights: readonly number[];
}

export interface FitOptions {
  readonly signs: readonly Sign[];
  /** Strength of the quadratic penalty on the scaled weights. */
  readonly ridge: number;
}

export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly (1 | 0 | null)[];
  readonly weight: number;
}

export interface Event {
  readonly row: readonly number[];
  readonly happened: boolean;
  readonly weight: number;
}

const SWEEPS = 80;
const SMALLEST_STEP = 1e-4;

/** First and second derivative of the loss along one weight, without the penalty. */
interface Slope {
  readonly gradient: number;
  readonly curvature: number;
}

interface Descent {
  readonly signs: readonly Sign[];
  readonly ridges: readonly number[];
  readonly slopeAt: (at: number) => Slope;
  /** Tells that the weight has moved. */
  readonly move: (at: number, step: number) => void;
}

/** Cyclic coordinate descent with Newton steps; a step over a forbidden sign stops at 0. */
function descend({ signs, ridges, slopeAt, move }: Descent): number[] {
  const weights = signs.map(() => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largest = 0;
    for (const [at, sign] of signs.entries()) {
      const weight = weights[at] ?? 0;
      const ridge = ridges[at] ?? 0;
      const { gradient, curvature } = slopeAt(at);
      const step = boundStep(weight, -(gradient + ridge * weight) / (curvature + ridge + TINY), sign);
      if (step === 0) continue;
      weights[at] = weight + step;
      move(at, step);
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < SMALLEST_STEP) break;
  }
  return weights;
}

// Keeps a measure that never varies from dividing by 0.
const TINY = 1e-9;

/**
 * Conditional logit (McFadden 1974): weights that give the marked rows of each choice the highest
 * share.
 */
export function fitChoices(choices: readonly Choice[], { signs, ridge }: FitOptions): Fitted {
  const usable = choices
    .map(withoutUnknown)
    .filter(({ marked }) => marked.includes(true) && marked.includes(false));
  const scale = scaleOf(usable.flatMap((one) => one.rows));
  const cases = usable.map((one) => ({
    ...one,
    rows: one.rows.map((row) => scaled(row, scale)),
    scores: one.rows.map(() => 0),
  }));
  const weights = descend({
    signs,
    ridges: signs.map(() => ridge),
    slopeAt: (at) => sumSlopes(cases.map((one) => choiceSlope(one, at))),
    move: (at, step) => {
      for (const { rows, scores } of cases) addTo(scores, rows, { at, step });
    },
  });
  return { bias: 0, weights: unscaled(weights, scale).weights };
}

function withoutUnknown({ rows, labels, weight }: Choice) {
  return {
    rows: rows.filter((_, index) => labels[index] !== null),
    marked: labels.filter((label) => label !== null).map((label) => label === 1),
    weight,
  };
}

function addTo(
  scores: number[],
  rows: readonly (readonly number[])[],
  { at, step }: { readonly at: number; readonly step: number },
): void {
  for (const [index, row] of rows.entries()) scores[index] = (scores[index] ?? 0) + step * (row[at] ?? 0);
}

function sumSlopes(slopes: readonly Slope[]): Slope {
  return {
    gradient: slopes.reduce((sum, slope) => sum + slope.gradient, 0),
    curvature: slopes.reduce((sum, slope) => sum + slope.curvature, 0),
  };
}

interface ScoredChoice {
  readonly rows: readonly (readonly number[])[];
  readonly marked: readonly boolean[];
  readonly scores: readonly number[];
  readonly weight: number;
}

function choiceSlope({ rows, marked, scores, weight }: ScoredChoice, at: number): Slope {
  const highest = Math.max(...scores);
  let all = 0;
  let mean = 0;
  let square = 0;
  let wanted = 0;
  let wantedMean = 0;
  for (const [index, row] of rows.entries()) {
    const power = Math.exp((scores[index] ?? 0) - highest);
    const value = row[at] ?? 0;
    all += power;
    mean += power * value;
    square += power * value * value;
    if (marked[index] !== true) continue;
    wanted += power;
    wantedMean += power * value;
  }
  const expected = mean / all;
  return {
    gradient: weight * (expected - wantedMean / Math.max(wanted, TINY)),
    curvature: weight * (square / all - expected * expected),
  };
}

/** Logistic regression with the same penalty and bounds; the bias is free. */
export function fitEvents(events: readonly Event[], { signs, ridge }: FitOptions): Fitted {
  const scale = scaleOf(events.map((one) => one.row));
  const rows = events.map((one) => [...scaled(one.row, scale), 1]);
  const scores = events.map(() => 0);
  const weights = descend({
    signs: [...signs, 0],
    ridges: [...signs.map(() => ridge), 0],
    slopeAt: (at) =>
      sumSlopes(events.map((event, index) => eventSlope(event, rows[index]?.[at] ?? 0, scores[index] ?? 0))),
    move: (at, step) => addTo(scores, rows, { at, step }),
  });
  const { bias, weights: plain } = unscaled(weights.slice(0, -1), scale);
  return { bias: bias + (weights.at(-1) ?? 0), weights: plain };
}

function eventSlope({ happened, weight }: Event, value: number, score: number): Slope {
  const chance = 1 / (1 + Math.exp(-score));
  return {
    gradient: weight * value * (chance - (happened ? 1 : 0)),
    curvature: weight * value * value * chance * (1 - chance),
  };
}

function boundStep(weight: number, step: number, sign: Sign): number {
  return sign !== 0 && (weight + step) * sign < 0 ? -weight : step;
}

function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? 0));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const deviation = columns.map((values, at) => {
    const centre = mean[at] ?? 0;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length) + 1e-6;
  });
  return { mean, deviation };
}

function scaled(row: readonly number[], { mean, deviation }: Scale): number[] {
  return row.map((value, at) => (value - (mean[at] ?? 0)) / (deviation[at] ?? 1));
}

function unscaled(weights: readonly number[], { mean, deviation }: Scale): Fitted {
  const plain = weights.map((weight, at) => weight / (deviation[at] ?? 1));
  return { weights: plain, bias: -plain.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0) };
}
