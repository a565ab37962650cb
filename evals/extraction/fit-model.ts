import { viewBlocks } from '../../src/ingest/clean/block-view.ts';
import {
  type Model,
  OWN_FEATURES,
  PLACED_FEATURES,
  placeBlocks,
  scoreAlone,
} from '../../src/ingest/clean/classify.ts';
import type { Feature, Weights } from '../../src/ingest/clean/features.ts';
import type { RawBlock } from '../../src/ingest/raw-block.ts';
import { fitLogistic } from './logistic.ts';

/** The blocks of one source and which of them are content. */
export interface LabelledSource {
  readonly blocks: readonly RawBlock[];
  readonly isContent: readonly boolean[];
}

// Of 0.5, 2 and 8 the middle did best in cross-validation on the training pages, by a hair.
const L2 = 2;

/** Fits both steps of the classifier: the second on what the first says of the same sources. */
export function fitModel(sources: readonly LabelledSource[]): Model {
  const own = fitWeights(OWN_FEATURES, sources, ({ blocks }) => viewBlocks(blocks));
  const placed = fitWeights(PLACED_FEATURES, sources, ({ blocks }) =>
    placeBlocks(scoreAlone(blocks, { own, placed: {} })),
  );
  return { own, placed };
}

function fitWeights<View>(
  features: readonly Feature<View>[],
  sources: readonly LabelledSource[],
  viewsOf: (source: LabelledSource) => readonly View[],
): Weights {
  const examples = sources.flatMap((source) =>
    viewsOf(source).map((view, index) => ({
      values: [1, ...features.map(({ value }) => value(view))],
      isContent: source.isContent[index] ?? false,
      weight: wordWeight(source.blocks[index]?.text ?? ''),
    })),
  );
  const isSeen = features.map((_, index) => examples.some(({ values }) => values[index + 1] !== 0));
  const weights = fitLogistic(examples, {
    signs: [0, ...features.map(({ sign }) => sign)],
    least: [0, ...features.map(({ least = 0 }, index) => (isSeen[index] ? least : 0))],
    l2: L2,
  });
  const entries = ['bias', ...features.map(({ name }) => name)].map((name, index) => [
    name,
    weights[index] ?? 0,
  ]);
  return Object.fromEntries(entries.filter(([, weight]) => Math.abs(Number(weight)) >= 0.005));
}

/** A long block counts for more than a short one, far less than its words do. */
function wordWeight(text: string): number {
  return 0.3 + Math.log(1 + text.split(' ').length);
}
