import { words } from '../../text/tokens.ts';
import type { Container, PageSignals } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import type { BlockView } from './block-view.ts';
import { isInside } from './container-tree.ts';
import { type Feature, upTo1, yes } from './features.ts';
import { AGENCY_WORDS, CALL_VERBS, INTERFACE_WORDS } from './lexicon.ts';

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
  // `Sign up for the daily newsletter.` The training pages show few in the midst of articles.
  { name: 'solicits', sign: -1, least: 1.5, value: page((_, { text }) => yes(solicits(text))) },
  // `Getty Images`, `Associated Press`: whose a picture or a report is.
  { name: 'agencyLine', sign: -1, least: 1.5, value: page((_, view) => yes(isAgencyLine(view))) },
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

// Longer blocks are stories that end in an offer.
const MAX_OFFER_CHARS = 400;
const MAX_AGENCY_WORDS = 5;

/** One of its sentences tells the reader what to do with the page. */
function solicits(text: string): boolean {
  if (text.length > MAX_OFFER_CHARS) return false;
  return text.split(/[.!?…]["'”’)]*\s+/).some((sentence) => {
    const [first, ...rest] = words(sentence);
    if (!CALL_VERBS.has(first?.norm ?? '')) return false;
    return rest.filter(({ norm }) => INTERFACE_WORDS.has(norm)).length >= 2;
  });
}

/** A few names without a verb, one of them of an agency. */
function isAgencyLine({ text, words: list }: BlockView): boolean {
  if (list.length > MAX_AGENCY_WORDS || endsLikeSentence(text)) return false;
  return list.some(({ norm }) => AGENCY_WORDS.has(norm)) && list.every((word) => /^\p{Lu}/u.test(word.text));
}
