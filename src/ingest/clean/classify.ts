import type { RawBlock } from '../raw-block.ts';
import { type BlockView, viewBlocks } from './block-view.ts';
import { EDGE_FEATURES } from './edge-features.ts';
import { type Feature, type Weights, weigh } from './features.ts';
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

/** Features of a block among the others: its own again, and those of its surroundings. */
export const PLACED_FEATURES: readonly Feature<PlacedView>[] = [
  ...lift(OWN_FEATURES, (view: PlacedView) => view.own),
  ...lift(NEIGHBOUR_FEATURES, (view: PlacedView) => view.neighbourhood),
  ...lift(PLACE_FEATURES, (view: PlacedView) => view.place),
  ...EDGE_FEATURES,
];

/** Each block with the score of its own features. */
export function scoreAlone(blocks: readonly RawBlock[], own: Weights): ScoredBlock[] {
  return viewBlocks(blocks).map((view) => scoredBlock(view, weigh(OWN_FEATURES, own, view)));
}

/** Each block with its surroundings. */
export function placeBlocks(scored: readonly ScoredBlock[]): PlacedView[] {
  const near = neighbourhoods(scored);
  const places = pagePlaces(scored);
  return scored.flatMap(({ view }, index) => {
    const [neighbourhood, place] = [near[index], places[index]];
    return neighbourhood === undefined || place === undefined ? [] : [{ own: view, neighbourhood, place }];
  });
}

/**
 * A score for each block: above 0 content of the article, below 0 furniture around it. Two linear
 * steps (the idea of boilerpipe, Kohlschütter et al., 2010): each block alone, then again with what the
 * first step says of its neighbours and of the page's tree.
 */
export function classifyBlocks(blocks: readonly RawBlock[], model: Model): number[] {
  return placeBlocks(scoreAlone(blocks, model.own)).map((view) => weigh(PLACED_FEATURES, model.placed, view));
}
