import { isFunctionWord, type Word, words } from '../../text/tokens.ts';
import type { Container, RawBlock } from '../raw-block.ts';
import { findArticleContainer } from './article-container.ts';
import { INTERFACE_WORDS } from './lexicon.ts';
import { openingOf } from './opening.ts';

// Features are shares and counts: the first characters of a long block tell them all.
const MAX_CHARS = 2_000;

/** A block with what several features need of it, computed once. */
export interface BlockView {
  readonly block: RawBlock;
  /** The block's text, cut where it is very long. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Its content words, each once. */
  readonly terms: ReadonlySet<string>;
  readonly whole: DocumentView;
}

/** What holds for all blocks of a document. */
export interface DocumentView {
  /** Words of English grammar make up the usual part of its prose; else features of English say nothing. */
  readonly isEnglish: boolean;
  /** Letters of its prose stand in both cases as usual; else capitals say nothing. */
  readonly hasLowerCase: boolean;
  /** Blocks that look like controls or labels of a page: short and mostly words of an interface. */
  readonly controls: number;
  /** The container that most likely holds the article; null for text without a page. */
  readonly article: Container | null;
  /** Times each opening of a block occurs. */
  readonly openings: ReadonlyMap<string, number>;
}

/** The blocks of one document made views. */
export function viewBlocks(blocks: readonly RawBlock[]): BlockView[] {
  const read = blocks.map(readBlock);
  const whole = viewDocument(read);
  return read.map((one) => ({ ...one, terms: termsOf(one.words), whole }));
}

/** Blocks that look like controls, as `DocumentView` counts them, without the cost of views. */
export function countControls(blocks: readonly RawBlock[]): number {
  return blocks.filter((block) => !endsInStop(block.text.slice(0, MAX_CHARS)) && isControl(readBlock(block)))
    .length;
}

type ReadBlock = Pick<BlockView, 'block' | 'text' | 'words'>;

function readBlock(block: RawBlock): ReadBlock {
  const text = block.text.slice(0, MAX_CHARS);
  return { block, text, words: words(text) };
}

function termsOf(list: readonly Word[]): Set<string> {
  return new Set(list.filter(({ norm }) => norm.length > 2 && !isFunctionWord(norm)).map(({ norm }) => norm));
}

function viewDocument(read: readonly ReadBlock[]): DocumentView {
  const openings = new Map<string, number>();
  let wordCount = 0;
  let functionWords = 0;
  let capitals = 0;
  let smallLetters = 0;
  for (const view of read) {
    const opening = openingOf(view.text);
    openings.set(opening, (openings.get(opening) ?? 0) + 1);
    // Menus and tables have no grammar in any language.
    if (view.words.length < 12) continue;
    wordCount += view.words.length;
    functionWords += view.words.filter(({ norm }) => isFunctionWord(norm)).length;
    capitals += countOf(view.text, CAPITALS);
    smallLetters += countOf(view.text, SMALL_LETTERS);
  }
  // English prose has 35 to 50 of 100 words from the list, other languages under 10.
  const isEnglish = wordCount === 0 || functionWords / wordCount > 0.2;
  const controls = read.filter(isControl).length;
  return {
    isEnglish,
    hasLowerCase: smallLetters >= capitals,
    controls,
    openings,
    article: findArticleContainer(read.map(({ block }) => block)),
  };
}

const CAPITALS = { ascii: [0x41, 0x5a], all: /\p{Lu}/gu } as const;
const SMALL_LETTERS = { ascii: [0x61, 0x7a], all: /\p{Ll}/gu } as const;

/** Matches of `all`; most text is of ASCII, where a loop takes a tenth of an expression's time. */
function countOf(text: string, { ascii, all }: typeof CAPITALS | typeof SMALL_LETTERS): number {
  const [first, last] = ascii;
  let count = 0;
  let isAscii = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= first && code <= last) count++;
    else if (code > 0x7f) isAscii = false;
  }
  // What is left of a text without its ASCII.
  return isAscii ? count : count + (text.replace(ASCII, '').match(all)?.length ?? 0);
}

const ASCII = /[\0-\x7f]+/g;

function isControl({ text, words: list }: ReadBlock): boolean {
  if (list.length === 0 || list.length > 8 || endsInStop(text)) return false;
  return list.filter(({ norm }) => INTERFACE_WORDS.has(norm)).length >= list.length / 2;
}

const endsInStop = (text: string) => /[.”"]$/.test(text);
