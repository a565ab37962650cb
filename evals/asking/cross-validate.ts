import { answerFeatures } from '../../src/answering/confidence.ts';
import { ANSWER_FEATURES, FEATURES } from '../../src/answering/feature-names.ts';
import { shares, sigmoid } from '../../src/answering/linear-model.ts';
import { type Fitted, fitChoices, fitEvents } from './fit-models.ts';
import type { Sample } from './samples.ts';
import { signOf } from './signs.ts';
import { FOLDS, foldOf } from './split.ts';

/** Both models of the answerer, weights in the order of `FEATURES` and `ANSWER_FEATURES`. */
export interface FittedPair {
  readonly sentence: Fitted;
  readonly answer: Fitted;
}

// Each set counts as much as the others, however many cases it has; snippets of web search say less
// about articles, and their "negative" ones often half answer.
const SET_WEIGHT: Readonly<Record<string, number>> = { XQuAD: 1, ClapNQ: 0.6, RGB: 0.6 };
const SENTENCE_SET_WEIGHT: Readonly<Record<string, number>> = { XQuAD: 1, ClapNQ: 1, RGB: 1.5 };
// Most unanswerable questions ask for what no article tells, or give a figure that none gives; those whose
// very sentence was cut out of its paragraph are the hardest, and sometimes still answered.
const KIND_WEIGHT: Readonly<Partial<Record<Sample['kind'], number>>> = {
  'sentence-removed': 0.6,
  'values-removed': 2,
  foreign: 2,
};
const EFFECTIVE_CASES = 500;
const RIDGE = 3;

/** Fits the sentence model, then with its order of sentences the answer model. */
export function fitBoth(samples: readonly Sample[]): FittedPair {
  const answerable = samples.filter((sample) => sample.kind === 'answerable');
  const perSet = countBy(answerable, (sample) => sample.set);
  const sentence = fitChoices(
    answerable.map((sample) => ({
      ...sample,
      weight: ((SENTENCE_SET_WEIGHT[sample.set] ?? 1) * EFFECTIVE_CASES) / (perSet.get(sample.set) ?? 1),
    })),
    { signs: FEATURES.map(signOf), ridge: RIDGE },
  );
  const perSide = countBy(samples, sideOf);
  const answer = fitEvents(
    samples.flatMap((sample) => {
      const row = answerRow(sample, sentence);
      if (row === null) return [];
      const weight =
        ((KIND_WEIGHT[sample.kind] ?? 1) * (SET_WEIGHT[sample.set] ?? 1) * EFFECTIVE_CASES) /
        (perSide.get(sideOf(sample)) ?? 1);
      return [{ row, happened: sample.kind === 'answerable', weight }];
    }),
    { signs: ANSWER_FEATURES.map(signOf), ridge: RIDGE },
  );
  return { sentence, answer };
}

const sideOf = ({ set, kind }: Sample) => `${set} ${kind === 'answerable'}`;

function answerRow(sample: Sample, model: Fitted): number[] | null {
  const scores = sample.rows.map((row) => scoreOf(row, model));
  const share = shares(scores);
  const ranked = sample.rows
    .map((row, index) => ({
      features: featuresFrom(row),
      score: scores[index] ?? 0,
      share: share[index] ?? 0,
    }))
    .sort((a, b) => b.score - a.score);
  const features = answerFeatures(ranked);
  return features === null ? null : ANSWER_FEATURES.map((name) => features[name]);
}

function featuresFrom(row: readonly number[]) {
  const entries = FEATURES.map((name, index) => [name, row[index] ?? 0]);
  // `fromEntries` cannot tell that every name of FEATURES is there.
  return Object.fromEntries(entries) as Record<(typeof FEATURES)[number], number>;
}

function scoreOf(row: readonly number[], { bias, weights }: Fitted): number {
  return row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias);
}

interface Judged {
  readonly sample: Sample;
  readonly confidence: number;
  /** 1-based place of the first sentence that answers; null where none does. */
  readonly place: number | null;
}

/** What the models give for subjects that they were not fitted on, a line a set and a kind of case. */
export function crossValidate(samples: readonly Sample[]): string[] {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const pair = fitBoth(samples.filter((sample) => foldOf(sample.subject) !== fold));
    return samples.filter((sample) => foldOf(sample.subject) === fold).map((sample) => judge(sample, pair));
  }).flat();
  return [...new Set(samples.map((sample) => sample.set))].flatMap((set) => setLines(set, judged));
}

function judge(sample: Sample, { sentence, answer }: FittedPair): Judged {
  const row = answerRow(sample, sentence);
  const order = sample.rows
    .map((one, index) => ({ index, score: scoreOf(one, sentence) }))
    .sort((a, b) => b.score - a.score);
  const place = order.findIndex(({ index }) => sample.labels[index] !== 0);
  return {
    sample,
    confidence: row === null ? 0 : sigmoid(scoreOf(row, answer)),
    place: place < 0 ? null : place + 1,
  };
}

function setLines(set: string, judged: readonly Judged[]): string[] {
  const ofSet = judged.filter(({ sample }) => sample.set === set);
  const held = ofSet.filter(({ sample }) => sample.kind === 'answerable');
  const within = (most: number) => share(held, ({ place }) => place !== null && place <= most);
  const kinds = [...new Set(ofSet.map(({ sample }) => sample.kind))].filter((kind) => kind !== 'answerable');
  const others = ofSet.filter(({ sample }) => sample.kind !== 'answerable');
  const row = (name: string, ones: readonly Judged[]) =>
    `  ${name}: ${ones.length} cases, ${operatingPoints(held, ones)}, area under the curve ${area(held, ones)}`;
  return [
    `${set}: ${held.length} answerable, in the first sentence ${within(1)}, first three ${within(3)}`,
    row('all unanswerable', others),
    ...kinds.map((kind) =>
      row(
        kind,
        others.filter(({ sample }) => sample.kind === kind),
      ),
    ),
  ];
}

const POINTS = [0.3, 0.35, 0.4, 0.45, 0.5];

function operatingPoints(held: readonly Judged[], others: readonly Judged[]): string {
  return POINTS.map((least) => {
    const kept = share(held, ({ confidence }) => confidence >= least);
    const refused = share(others, ({ confidence }) => confidence < least);
    return `${least}: ${kept}/${refused}`;
  }).join(' ');
}

function area(held: readonly Judged[], others: readonly Judged[]): string {
  let wins = 0;
  for (const one of held) for (const other of others) wins += one.confidence > other.confidence ? 1 : 0;
  return (wins / (held.length * others.length)).toFixed(3);
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return (items.filter(holds).length / Math.max(items.length, 1)).toFixed(3);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
