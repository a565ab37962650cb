/** Weights by name over measures of known name; a name without a weight counts nothing. */
export interface LinearModel<Name extends string> {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<Name, number>>>;
}

/** Weighted sum of the measures, in logits. */
export function linearScore<Name extends string>(
  { bias, weights }: LinearModel<Name>,
  measures: Readonly<Record<Name, number>>,
): number {
  let sum = bias;
  for (const name in weights) sum += (weights[name] ?? 0) * measures[name];
  return sum;
}

/** Logits to a probability. */
export function sigmoid(logits: number): number {
  return 1 / (1 + Math.exp(-logits));
}

/** Scores to shares that sum to 1 (softmax); empty for none. */
export function shares(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
