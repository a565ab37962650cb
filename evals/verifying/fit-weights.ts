import { FEATURES, type FeatureName } from '../../src/verification/feature-names.ts';
import { type Fitted, fitEvents } from '../asking/fit-models.ts';
import { PLANTED, rowOf, type Sample } from './samples.ts';

/** Features that the model has no part in: fitted on all sets, those that it was trained on among them. */
const WORD_FEATURES = FEATURES.filter((name) => !/supports|contradicts/.test(name));
const MODEL_FEATURES = FEATURES.filter((name) => /supports|contradicts/.test(name));

/**
 * How much a set counts, whatever its size: claims of one sentence about the world fully; claims that are
 * mostly copies (QAGS), tiny (RTE) or a hundred words long (MTRAG) less.
 */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  'QAGS-CNN/DM': 0.25,
  RTE: 0.25,
  MTRAG: 0.25,
  SciFact: 0.5,
  'RGB answers': 0.5,
  [PLANTED]: 0.75,
};

const RIDGE = 4;
/** Sum of the weights of one label of one set that counts fully. */
const LABEL_WEIGHT = 400;

/**
 * Two stages. The words alone, on every set but the planted edits: how likely is support, given what the
 * two texts share and how long they are? Then that sum beside the model's scores, on the sets that the
 * model has not seen. Both are linear, so that one row of weights comes out.
 */
export function fitVerdict(samples: readonly Sample[]): Fitted {
  const words = fitWords(samples.filter(({ set, isSettled }) => set !== PLANTED && !isSettled));
  return joinModel(words, samples);
}

function joinModel(words: Fitted, samples: readonly Sample[]): Fitted {
  const unseen = samples.filter(
    ({ isUnseen, isSettled, set, row }) =>
      // Edits that rules find are left in: where a rule misses one, the model must do.
      isUnseen && (!isSettled || (set === PLANTED && row.likeness < WORD_FOR_WORD)),
  );
  const both = fitEvents(
    unseen.map((one) =>
      event(one, unseen, [wordSum(words, one), ...MODEL_FEATURES.map((name) => one.row[name])]),
    ),
    { signs: [1, ...MODEL_FEATURES.map(() => 0 as const)], ridge: 1 },
  );
  const scale = both.weights[0] ?? 0;
  const weights = FEATURES.map((name) => {
    const word = WORD_FEATURES.indexOf(name);
    if (word >= 0) return scale * (words.weights[word] ?? 0);
    return both.weights[1 + MODEL_FEATURES.indexOf(name)] ?? 0;
  });
  return { bias: both.bias + scale * words.bias, weights };
}

const WORD_FOR_WORD = 0.999;

function fitWords(samples: readonly Sample[]): Fitted {
  return fitEvents(
    samples.map((one) =>
      event(
        one,
        samples,
        WORD_FEATURES.map((name) => one.row[name]),
      ),
    ),
    { signs: WORD_FEATURES.map(() => 0 as const), ridge: RIDGE },
  );
}

const wordSum = ({ bias, weights }: Fitted, { row }: Sample) =>
  WORD_FEATURES.reduce((sum, name, index) => sum + (weights[index] ?? 0) * row[name], bias);

function event({ set, isSupported }: Sample, all: readonly Sample[], row: readonly number[]) {
  const count = countOf(all, set, isSupported);
  return { row, happened: isSupported, weight: (LABEL_WEIGHT * (SET_WEIGHTS[set] ?? 1)) / count };
}

const counts = new WeakMap<readonly Sample[], Map<string, number>>();

function countOf(all: readonly Sample[], set: string, isSupported: boolean): number {
  const known = counts.get(all) ?? countAll(all);
  counts.set(all, known);
  return known.get(`${set} ${isSupported}`) ?? 1;
}

function countAll(all: readonly Sample[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { set, isSupported } of all) {
    const key = `${set} ${isSupported}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** The probability of support that fitted weights give a sample. */
export function probabilityOf(fitted: Fitted, sample: Sample): number {
  return 1 / (1 + Math.exp(-sumOf(fitted, sample)));
}

const sumOf = ({ bias, weights }: Fitted, sample: Sample) =>
  rowOf(sample).reduce((total, value, index) => total + value * (weights[index] ?? 0), bias);

/** The text of src/verification/weights.ts. */
export function weightsFile({ bias, weights }: Fitted): string {
  const line = (name: FeatureName, index: number) =>
    `    ${name}: ${Number((weights[index] ?? 0).toFixed(3))},`;
  return `import type { FeatureName } from './feature-names.ts';

// Written by evals/verifying/fit-verdict.ts, which says on what and prints how well; do not edit.

/** The probability that a source supports a claim: logistic in the features. */
export const VERDICT_WEIGHTS: {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
} = {
  bias: ${Number(bias.toFixed(3))},
  weights: {
${FEATURES.map(line).join('\n')}
  },
};
`;
}
