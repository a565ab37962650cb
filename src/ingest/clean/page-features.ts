import type { Container, PageSignals } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import type { BlockView } from './block-view.ts';
import { isInside } from './container-tree.ts';
import { type Feature, upTo1, yes } from './features.ts';

const page =
  (read: (signals: PageSignals, view: BlockView) => number) =>
  (view: BlockView): number =>
    view.block.page === null ? 0 : read(view.block.page, view);

/** What the page around a block tells. */
export const PAGE_FEATURES: readonly Feature<BlockView>[] = [
  { name: 'linkShare', sign: -1, value: page(({ linkShare }) => linkShare) },
  { name: 'allLink', sign: -1, value: page(({ linkShare }) => yes(linkShare > 0.9)) },
  {
    name: 'linkedLabel',
    sign: -1,
    value: page(({ linkShare }, { text }) => yes(linkShare > 0.3 && !endsLikeSentence(text))),
  },
  // A pointer to another story: some training pages are digests, where such lines are the content.
  {
    name: 'pointer',
    sign: -1,
    least: 3,
    value: page(({ linkShare }, { text }) => yes(linkShare > 0.6 && !endsLikeSentence(text))),
  },
  { name: 'furnitureRegion', sign: -1, value: page(({ inFurnitureRegion }) => yes(inFurnitureRegion)) },
  { name: 'mainRegion', sign: 1, value: page(({ inMainRegion }) => yes(inMainRegion)) },
  { name: 'furnitureNames', sign: -1, value: page(({ furnitureNames }) => upTo1(furnitureNames / 3)) },
  { name: 'contentNames', sign: 1, value: page(({ contentNames }) => upTo1(contentNames / 3)) },
  {
    name: 'inArticle',
    sign: 1,
    value: page(({ container }, { whole }) => yes(isInsideLike(container, whole.article))),
  },
  {
    name: 'besideArticle',
    sign: 1,
    value: page(({ container }, { whole }) => yes(isInside(container, whole.article?.parent ?? null))),
  },
];

/** Inside it or inside another of its look at its depth: some pages wrap each paragraph. */
function isInsideLike(container: Container, goal: Container | null): boolean {
  if (goal === null) return false;
  let outer: Container | null = container;
  while (outer !== null && outer.depth > goal.depth) outer = outer.parent;
  return outer === goal || outer?.look === goal.look;
}
