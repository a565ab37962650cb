/** One example: its features by name, whether it is content, and how much it counts. */
export interface Example {
  readonly values: readonly number[];
  readonly isContent: boolean;
  readonly weight: number;
}

export interface FitOptions {
  /** Per feature: 1 keeps its weight at or above 0, -1 at or below, 0 leaves it free. */
  readonly signs: readonly number[];
  /** Per feature: the least distance from 0 in the direction of its sign. */
  readonly least?: readonly number[];
  /** Pull of each weight towards 0. */
  readonly l2: number;
}

const MAX_SWEEPS = 200;
const SETTLED = 2e-3;

/**
 * Logistic regression by coordinate-wise Newton steps, with an L2 penalty and sign constraints. The first
 * feature is the constant: neither pulled nor constrained.
 */
export function fitLogistic(examples: readonly Example[], { signs, least = [], l2 }: FitOptions): number[] {
  const size = examples[0]?.values.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const scores = new Float64Array(examples.length);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let largest = 0;
    for (let index = 0; index < size; index++) {
      const step = newtonStep(examples, scores, {
        index,
        weight: weights[index] ?? 0,
        l2: index === 0 ? 0 : l2,
      });
      const next = constrain((weights[index] ?? 0) + step, signs[index] ?? 0, least[index] ?? 0);
      const change = next - (weights[index] ?? 0);
      if (change === 0) continue;
      weights[index] = next;
      examples.forEach(({ values }, row) => {
        scores[row] = (scores[row] ?? 0) + change * (values[index] ?? 0);
      });
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < SETTLED) break;
  }
  return weights;
}

function constrain(weight: number, sign: number, least: number): number {
  if (sign > 0) return Math.max(least, weight);
  return sign < 0 ? Math.min(-least, weight) : weight;
}

/** The step that one weight takes with all others fixed, at most 1 either way. */
function newtonStep(
  examples: readonly Example[],
  scores: Float64Array,
  { index, weight, l2 }: { readonly index: number; readonly weight: number; readonly l2: number },
): number {
  let gradient = -l2 * weight;
  let curvature = l2;
  examples.forEach((example, row) => {
    const value = example.values[index] ?? 0;
    if (value === 0) return;
    const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
    gradient += example.weight * ((example.isContent ? 1 : 0) - probability) * value;
    curvature += example.weight * Math.max(1e-4, probability * (1 - probability)) * value * value;
  });
  return curvature === 0 ? 0 : Math.max(-1, Math.min(1, gradient / curvature));
}
