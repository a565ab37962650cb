import { ANSWER_FEATURES, FEATURES, HELD_FEATURES } from '../../src/answering/feature-names.ts';
import type { FittedModels } from './cross-validate.ts';

/** The text of src/answering/weights.ts for fitted models; weights that came out 0 are left out. */
export function weightsFile({ sentence, held, answer }: FittedModels): string {
  return `import type { AnswerFeatureName, FeatureName, HeldFeatureName } from './feature-names.ts';
import type { LinearModel } from './linear-model.ts';

// Written by evals/asking/fit-abstention.ts, which says on what and prints how well; do not edit.

/** Which sentence answers, if one does. */
export const SENTENCE_MODEL: LinearModel<FeatureName> = ${literal(sentence.bias, FEATURES, sentence.weights)};

/** The same of those that the verifier was asked about. */
export const HELD_MODEL: LinearModel<HeldFeatureName> = ${literal(held.bias, HELD_FEATURES, held.weights)};

/** Whether the best sentences answer. */
export const ANSWER_MODEL: LinearModel<AnswerFeatureName> = ${literal(answer.bias, ANSWER_FEATURES, answer.weights)};
`;
}

function literal(bias: number, names: readonly string[], weights: readonly number[]): string {
  const lines = names
    .map((name, index) => ({ name, weight: weights[index] ?? 0 }))
    .filter(({ weight }) => Math.abs(weight) >= 0.0005)
    .map(({ name, weight }) => `    ${name}: ${Number(weight.toFixed(3))},`);
  return ['{', `  bias: ${Number(bias.toFixed(3))},`, '  weights: {', ...lines, '  },', '}'].join('\n');
}
