import { answerFeatures } from '../../src/answering/confidence.ts';
import { ANSWER_FEATURES, FEATURES, HELD_FEATURES } from '../../src/answering/feature-names.ts';
import { sigmoid } from '../../src/answering/linear-model.ts';
import { type Fitted, fitChoices, fitEvents } from './fit-models.ts';
import type { Sample } from './samples.ts';
import { signOf } from './signs.ts';
import { FOLDS, foldOf } from './split.ts';

/** The models of the answerer, weights in the order of `FEATURES`, `HELD_FEATURES` and `ANSWER_FEATURES`. */
export interface FittedModels {
  readonly sentence: Fitted;
  readonly held: Fitted;
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

/** Fits the sentence model, on its scores the model of held sentences, and on their order the answer model. */
export function fitModels(samples: readonly Sample[]): FittedModels {
  const answerable = samples.filter((sample) => sample.kind === 'answerable');
  const perSet = countBy(answerable, (sample) => sample.set);
  const weightOf = ({ set }: Sample) =>
    ((SENTENCE_SET_WEIGHT[set] ?? 1) * EFFECTIVE_CASES) / (perSet.get(set) ?? 1);
  const sentence = fitChoices(
    answerable.map((sample) => ({ ...sample, weight: weightOf(sample) })),
    { signs: FEATURES.map(signOf), ridge: RIDGE },
  );
  const held = fitChoices(
    answerable.map((sample) => ({ ...heldRows(sample, sentence), weight: weightOf(sample) })),
    { signs: HELD_FEATURES.map(() => 1), ridge: RIDGE },
  );
  const perSide = countBy(samples, sideOf);
  const answer = fitEvents(
    samples.flatMap((sample) => {
      const row = answerRow(sample, { sentence, held });
      if (row === null) return [];
      const weight =
        ((KIND_WEIGHT[sample.kind] ?? 1) * (SET_WEIGHT[sample.set] ?? 1) * EFFECTIVE_CASES) /
        (perSide.get(sideOf(sample)) ?? 1);
      return [{ row, happened: sample.kind === 'answerable', weight }];
    }),
    { signs: ANSWER_FEATURES.map(signOf), ridge: RIDGE },
  );
  return { sentence, held, answer };
}

const sideOf = ({ set, kind }: Sample) => `${set} ${kind === 'answerable'}`;

function heldRows({ rows, labels, held }: Sample, sentence: Fitted) {
  const known = rows.flatMap((row, index) => {
    const one = held[index] ?? null;
    return one === null ? [] : [{ index, row: [scoreOf(row, sentence), one] }];
  });
  return { rows: known.map(({ row }) => row), labels: known.map(({ index }) => labels[index] ?? null) };
}

/** Indexes of the sample's rows, best first, as the answerer orders its sentences. */
function orderOf(sample: Sample, models: Pick<FittedModels, 'sentence' | 'held'>): number[] {
  return sample.rows
    .map((row, index) => {
      const score = scoreOf(row, models.sentence);
      const held = sample.held[index] ?? null;
      return held === null
        ? { index, isHeld: 0, score }
        : { index, isHeld: 1, score: scoreOf([score, held], models.held) };
    })
    .sort((a, b) => b.isHeld - a.isHeld || b.score - a.score)
    .map(({ index }) => index);
}

function answerRow(sample: Sample, models: Pick<FittedModels, 'sentence' | 'held'>): number[] | null {
  const ranked = orderOf(sample, models).map((index) => ({
    features: featuresFrom(sample.rows[index] ?? []),
  }));
  const features = answerFeatures({ ...sample, ranked });
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
    const models = fitModels(samples.filter((sample) => foldOf(sample.subject) !== fold));
    return samples.filter((sample) => foldOf(sample.subject) === fold).map((sample) => judge(sample, models));
  }).flat();
  return [...new Set(samples.map((sample) => sample.set))].flatMap((set) => setLines(set, judged));
}

function judge(sample: Sample, models: FittedModels): Judged {
  const row = answerRow(sample, models);
  const place = orderOf(sample, models).findIndex((index) => sample.labels[index] !== 0);
  return {
    sample,
    confidence: row === null ? 0 : sigmoid(scoreOf(row, models.answer)),
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

const POINTS = [0.2, 0.25, 0.3, 0.35, 0.4];

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
