import { endsLikeSentence } from '../sentence-end.ts';
import type { BlockView } from './block-view.ts';
import { type Feature, upTo1, yes } from './features.ts';
import { AUTHOR_WORDS, FINITE_VERBS, INTERFACE_WORDS } from './lexicon.ts';
import type { Neighbourhood } from './neighbours.ts';
import type { PlacedView } from './placed-view.ts';
import { ADDRESS } from './text-features.ts';

/** 1 at the end of the content, falling to 0 where a tenth of it still follows. */
const atEnd = ({ contentAfter }: Neighbourhood) => 1 - upTo1(contentAfter / 0.1);
const atStart = ({ contentBefore }: Neighbourhood) => 1 - upTo1(contentBefore / 0.1);

/** Traits that mean more at the edges of an article than within it. */
export const EDGE_FEATURES: readonly Feature<PlacedView>[] = [
  // Lists of other headlines have no stops; the last lines of an article do.
  {
    name: 'noStopAtEnd',
    sign: -1,
    value: ({ own, neighbourhood }) => yes(!endsLikeSentence(own.text)) * atEnd(neighbourhood),
  },
  {
    name: 'noStopAtStart',
    sign: -1,
    value: ({ own, neighbourhood }) => yes(!endsLikeSentence(own.text)) * atStart(neighbourhood),
  },
  {
    name: 'shortAtEnd',
    sign: -1,
    value: ({ own, neighbourhood }) => yes(own.words.length <= 12) * atEnd(neighbourhood),
  },
  // Notes on the author: what they are, in a phrase without a verb.
  {
    name: 'authorNoteAtEnd',
    sign: -1,
    least: 1.5,
    value: ({ own, neighbourhood }) => yes(hasAuthorWord(own)) * atEnd(neighbourhood),
  },
  {
    name: 'verblessAtEnd',
    sign: -1,
    least: 1.5,
    value: ({ own, neighbourhood }) => yes(isVerbless(own)) * atEnd(neighbourhood),
  },
  {
    name: 'contactAtEnd',
    sign: -1,
    least: 2,
    value: ({ own, neighbourhood }) => yes(isContact(own)) * atEnd(neighbourhood),
  },
];

/** A short block that speaks of a writer, or a phrase that only says what someone is. */
export function isAuthorNote(view: BlockView): boolean {
  return view.words.length <= 40 && (hasAuthorWord(view) || isVerbless(view));
}

const hasAuthorWord = ({ words }: BlockView) => words.some(({ norm }) => AUTHOR_WORDS.has(norm));

/** How to reach or follow someone. */
const isContact = ({ text, words }: BlockView) =>
  ADDRESS.test(text) && words.some(({ norm }) => INTERFACE_WORDS.has(norm) || AUTHOR_WORDS.has(norm));

/** A sentence of English without a finite verb that the list or an ending gives away. */
function isVerbless({ words, text, whole }: BlockView): boolean {
  if (!whole.isEnglish || words.length < 4 || words.length > 30 || !endsLikeSentence(text)) return false;
  return !words.some(({ norm }) => FINITE_VERBS.has(norm) || /[a-z]{2}ed$|[a-z]n't$/.test(norm));
}
