import { isFunctionWord } from '../../text/tokens.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import type { BlockView } from './block-view.ts';
import { type Feature, upTo1, wordShare, yes } from './features.ts';
import { ADDRESS_WORDS, AUTHOR_WORDS, CALENDAR_WORDS, CALL_VERBS, INTERFACE_WORDS } from './lexicon.ts';
import { openingOf } from './opening.ts';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const wordCount = (view: BlockView) => view.words.length;

/** Of the longer content words, the share that `test` holds for; 0 where capitals say nothing. */
function longWordShare(view: BlockView, test: (word: string) => boolean): number {
  if (!view.whole.hasLowerCase) return 0;
  const long = view.words.filter(({ text, norm }) => text.length > 3 && !isFunctionWord(norm));
  return long.length === 0 ? 0 : long.filter(({ text }) => test(text)).length / long.length;
}

const isCapitals = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();

const PHOTO = '(?:photo|photograph|image|picture|pic|illustration|courtesy|credit|file)s?';
// `(Image: X)`, `[File: X]`, `Photo by X`, `Credit: X`.
const CREDIT = new RegExp(`[([]\\s*[^()[\\]]{0,40}\\b${PHOTO}\\b|\\b${PHOTO}(?: credit)?(?: by\\b|:)|©`, 'i');
/** A mail or web address, or a name at a network. */
export const ADDRESS = /@\w|https?:|www\.|\w\.(?:com|org|net|co|info)\b/i;
const RIGHTS = /©|\(c\)|\bcopyright\b|\brights reserved\b/i;

/** What the words of a block tell, whatever the format it came in. */
export const TEXT_FEATURES: readonly Feature<BlockView>[] = [
  // Length: the strongest sign of prose.
  { name: 'length', sign: 1, value: (view) => upTo1(Math.log(1 + wordCount(view)) / 5) },
  { name: 'upTo3Words', sign: 0, value: (view) => yes(wordCount(view) <= 3) },
  { name: 'upTo10Words', sign: 0, value: (view) => yes(wordCount(view) > 3 && wordCount(view) <= 10) },
  { name: 'noWords', sign: -1, value: (view) => yes(wordCount(view) === 0) },
  // Grammar and punctuation of sentences.
  { name: 'fullStop', sign: 1, value: ({ text }) => yes(endsLikeSentence(text)) },
  { name: 'grammarWords', sign: 1, value: grammarWords },
  {
    name: 'sentences',
    sign: 1,
    value: ({ text }) => yes(count(text, /[.!?…。！？]["'”’»)]*(?:\s|$)/gu) >= 2),
  },
  {
    name: 'commas',
    sign: 1,
    value: (view) => upTo1((8 * count(view.text, /[,;،、]/g)) / Math.max(1, wordCount(view))),
  },
  { name: 'quoteMarks', sign: 1, value: ({ text }) => yes(/["“”«»「」]/.test(text)) },
  { name: 'smallFirstLetter', sign: 0, value: ({ text }) => yes(/^\p{Ll}/u.test(text)) },
  { name: 'endsInColon', sign: 0, value: ({ text }) => yes(/[:：]$/.test(text)) },
  { name: 'startsWithLabel', sign: 0, value: ({ text }) => yes(/^[^.:]{2,40}[:：]\s\S/.test(text)) },
  // Looks of labels, credits and headlines.
  { name: 'capitalized', sign: -1, value: (view) => longWordShare(view, (word) => /^\p{Lu}/u.test(word)) },
  { name: 'capitals', sign: -1, value: (view) => longWordShare(view, isCapitals) },
  { name: 'digits', sign: -1, value: ({ text }) => count(text, /\d/g) / text.length },
  {
    name: 'symbols',
    sign: -1,
    value: ({ text }) => upTo1((5 * count(text, /[^\p{L}\p{N}\p{M}\s.,;:!?'"“”‘’()«»·-]/gu)) / text.length),
  },
  { name: 'dateLine', sign: -1, value: (view) => yes(wordShare(view, isCalendarWord) > 0.6) },
  {
    name: 'repeated',
    sign: -1,
    value: (view) => yes((view.whole.openings.get(openingOf(view.text)) ?? 1) > 1),
  },
  { name: 'credit', sign: -1, least: 2, value: ({ text }) => yes(CREDIT.test(text)) },
  { name: 'address', sign: -1, value: ({ text }) => yes(ADDRESS.test(text)) },
  { name: 'rights', sign: -1, value: ({ text }) => yes(RIGHTS.test(text)) },
  // What it speaks of.
  {
    name: 'interfaceShare',
    sign: -1,
    value: (view) => upTo1(2 * wordShare(view, (norm) => INTERFACE_WORDS.has(norm))),
  },
  { name: 'interfaceCount', sign: -1, value: (view) => upTo1(interfaceWords(view) / 3) },
  { name: 'call', sign: -1, value: ({ words }) => yes(CALL_VERBS.has(words[0]?.norm ?? '')) },
  {
    name: 'readerAddressed',
    sign: -1,
    value: (view) => upTo1(6 * wordShare(view, (norm) => ADDRESS_WORDS.has(norm))),
  },
  {
    name: 'authorNote',
    sign: -1,
    value: (view) => upTo1(view.words.filter(({ norm }) => AUTHOR_WORDS.has(norm)).length / 2),
  },
  // What it was copied with: a text without any control of a page is hardly a pasted page.
  { name: 'controlsAround', sign: -1, value: ({ whole }) => upTo1(whole.controls / 4) },
  // The parser's word for it.
  { name: 'heading', sign: 0, value: ({ block }) => yes(block.kind === 'heading') },
  { name: 'listItem', sign: 0, value: ({ block }) => yes(block.kind === 'list-item') },
  { name: 'caption', sign: -1, value: ({ block }) => yes(block.kind === 'caption') },
  { name: 'tableRow', sign: 0, value: ({ block }) => yes(block.kind === 'table-row') },
  { name: 'quotation', sign: 1, value: ({ block }) => yes(block.kind === 'quotation') },
];

const interfaceWords = (view: BlockView) =>
  view.words.filter(({ norm }) => INTERFACE_WORDS.has(norm) && !isFunctionWord(norm)).length;

const isCalendarWord = (norm: string) => CALENDAR_WORDS.has(norm) || /^\d/.test(norm);

function grammarWords(view: BlockView): number {
  // In other languages every block counts as the usual English prose.
  return view.whole.isEnglish ? upTo1(2 * wordShare(view, isFunctionWord)) : 0.8;
}
