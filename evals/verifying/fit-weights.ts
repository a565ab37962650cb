import { FEATURES, type FeatureName } from '../../src/verification/feature-names.ts';
import { type Fitted, fitEvents } from '../asking/fit-models.ts';
import { PLANTED, type Sample } from './samples.ts';

/** The planted edits count less than claims that people judged: they are many of one make. */
const SET_WEIGHTS: Readonly<Record<string, number>> = { [PLANTED]: 0.75 };

/** Of 4 and 200, which were tried, neither was better on sets left out. */
const RIDGE = 4;
/** Sum of the weights of one label of one set: sets count alike, whatever their size. */
const LABEL_WEIGHT = 400;

/**
 * How much surer of the right answer the model is on pairs that it was trained on, in log-odds. Taken off
 * its word there, so that its weight is that on new pairs: with 0.3 the area under its curve falls on WiCE
 * dev from .80 to .75 and on FeverSymmetric dev from .86 to .81, to what models/citedesk-verify/MODEL.md
 * gives for the parts of both that it has not seen (.74, .80).
 */
const MEMORY = 0.3;

/**
 * One logistic regression over all sets; what is asked of a sign is what the measure means. No lengths: they
 * tell one set from another, and the borderline then fits no other (balanced accuracy on sets left out .68
 * against .71).
 */
export function fitVerdict(samples: readonly Sample[]): Fitted {
  const open = samples.filter(({ isSettled }) => !isSettled);
  return fitEvents(
    open.map((one) => event(one, open)),
    { signs: FEATURES.map((name) => SIGNS[name]), ridge: RIDGE },
  );
}

const SIGNS: Readonly<Record<FeatureName, 1 | -1>> = {
  supports: 1,
  sentenceCoverage: 1,
  factsMissing: -1,
};

/** The features of a sample in the order of `FEATURES`, the model's word as it would be on a new pair. */
function rowOf({ row, isUnseen, isSupported }: Sample): number[] {
  const remembered = isUnseen ? 0 : isSupported ? MEMORY : -MEMORY;
  return FEATURES.map((name) => row[name] - (name === 'supports' ? remembered : 0));
}

function event(sample: Sample, all: readonly Sample[]) {
  const { set, isSupported } = sample;
  const count = countOf(all, set, isSupported);
  const weight = (LABEL_WEIGHT * (SET_WEIGHTS[set] ?? 1)) / count;
  return { row: rowOf(sample), happened: isSupported, weight };
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
