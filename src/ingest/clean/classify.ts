import type { RawBlock } from '../raw-block.ts';
import { type BlockView, viewBlocks } from './block-view.ts';
import { EDGE_FEATURES } from './edge-features.ts';
import { type Feature, type Weights, weigh, weighTwice } from './features.ts';
import { NEIGHBOUR_FEATURES, neighbourhoods } from './neighbours.ts';
import { PAGE_FEATURES } from './page-features.ts';
import { PLACE_FEATURES, pagePlaces } from './page-places.ts';
import type { PlacedView } from './placed-view.ts';
import { type ScoredBlock, scoredBlock } from './scored-block.ts';
import { TEXT_FEATURES } from './text-features.ts';

/** Weights of one kind of source. `own` sees a block alone, `placed` sees it among the others. */
export interface Model {
  readonly own: Weights;
  readonly placed: Weights;
}

/** Features of a block alone. */
export const OWN_FEATURES: readonly Feature<BlockView>[] = [...TEXT_FEATURES, ...PAGE_FEATURES];

const lift = <From, To>(features: readonly Feature<From>[], pick: (view: To) => From): Feature<To>[] =>
  features.map(({ value, ...feature }) => ({ ...feature, value: (view) => value(pick(view)) }));

/** Features of a block's surroundings. */
const SURROUNDING_FEATURES: readonly Feature<PlacedView>[] = [
  ...lift(NEIGHBOUR_FEATURES, (view: PlacedView) => view.neighbourhood),
  ...lift(PLACE_FEATURES, (view: PlacedView) => view.place),
  ...EDGE_FEATURES,
];

/** Features of a block among the others: its own again, and those of its surroundings. */
export const PLACED_FEATURES: readonly Feature<PlacedView>[] = [
  ...lift(OWN_FEATURES, (view: PlacedView) => view.own),
  ...SURROUNDING_FEATURES,
];

/** Each block with what its own features say under both sets of weights. */
export function scoreAlone(blocks: readonly RawBlock[], { own, placed }: Model): ScoredBlock[] {
  return viewBlocks(blocks).map((view) => {
    const [score, carried] = weighTwice(OWN_FEATURES, [own, placed], view);
    return scoredBlock(view, { score, carried });
  });
}

/** Each block with its surroundings. */
export function placeBlocks(scored: readonly ScoredBlock[]): PlacedView[] {
  const near = neighbourhoods(scored);
  const places = pagePlaces(scored);
  return scored.flatMap(({ view, carried }, index) => {
    const [neighbourhood, place] = [near[index], places[index]];
    return neighbourhood === undefined || place === undefined
      ? []
      : [{ own: view, carried, neighbourhood, place }];
  });
}

// A long article has some hundred blocks, a page some thousand; more are judged in parts, so that memory
// stays bounded.
const MAX_BLOCKS = 10_000;

/**
 * A score for each block: above 0 content of the article, below 0 furniture around it. Two linear
 * steps (the idea of boilerpipe, Kohlschütter et al., 2010): each block alone, then again with what the
 * first step says of its neighbours and of the page's tree.
 */
export function classifyBlocks(blocks: readonly RawBlock[], model: Model): number[] {
  const scores: number[] = [];
  for (let from = 0; from < blocks.length; from += MAX_BLOCKS) {
    const placed = placeBlocks(scoreAlone(blocks.slice(from, from + MAX_BLOCKS), model));
    for (const view of placed) scores.push(view.carried + weigh(SURROUNDING_FEATURES, model.placed, view));
  }
  return scores;
}
