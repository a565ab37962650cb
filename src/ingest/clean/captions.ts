import { isFunctionWord, words } from '../../text/tokens.ts';
import type { RawBlock } from '../raw-block.ts';
import { findArticleContainer } from './article-container.ts';
import { isInside, pathOf } from './container-tree.ts';
import { openingOf } from './opening.ts';
import { isCall, speaksOfPages } from './pointers.ts';

/** Blocks before the first kept one among which the picture over the article stands. */
const REACH_BEFORE = 15;
const MIN_WORDS = 6;
const MOSTLY_LINK = 0.3;
// Text beside the article, whatever else it looks like.
const ASIDES = new Set(['nav', 'aside', 'footer', 'form']);

// `FILE PHOTO: `, `Image: ` before what the picture shows.
const PREFIX = /^(?:file )?(?:photos?|images?|pictures?|videos?|file)\s*:\s*/i;
// `Photo by X`, `Credit: X`, `Image courtesy of X` at the end, and anything in brackets there.
const TAIL =
  /(?:^|[.\s(])(?:photo(?:graph)?s?|images?|pictures?|illustrations?|credits?|sources?|courtesy|copyright)\b(?: \p{L}+)?\s*(?:\bby\b|:|\bcourtesy\b|\bof\b|\.{3}|…).{0,80}$|©.{0,80}$|[([][^()[\]]{0,80}[)\]]\s*$/iu;

/** What a caption says of its picture, without whose picture it is. */
function withoutCredit(text: string): string {
  return text.replace(PREFIX, '').replace(TAIL, '').replace(TAIL, '').trim();
}

/** True for a caption that says something: a phrase with grammar in it that is no call to the reader. */
function saysSomething(text: string): boolean {
  const own = withoutCredit(text.slice(0, 1_000));
  const list = words(own);
  if (list.length < MIN_WORDS || speaksOfPages(own) || own.split(/[.!?]\s+/).some(isCall)) return false;
  return list.some((word) => isFunctionWord(word.norm) && word.text === word.text.toLowerCase());
}

/**
 * For each caption whether it belongs to the article: one that says something, in or right beside the
 * container that holds the article, not before its headline's surroundings nor after its last words, and
 * no second time. `kept` tells which other blocks are kept. The benchmark's labels leave captions out,
 * so that weights cannot tell.
 */
export function captionFlags(blocks: readonly RawBlock[], kept: readonly boolean[]): boolean[] {
  const flags = new Array<boolean>(blocks.length).fill(false);
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const around = findArticleContainer(blocks)?.parent ?? null;
  const seen = new Set<string>();
  for (let index = Math.max(0, first - REACH_BEFORE); index < last; index++) {
    const block = blocks[index];
    if (block?.kind !== 'caption' || block.page === null || !saysSomething(block.text)) continue;
    const { container, linkShare } = block.page;
    const isBeside = !isInside(container, around) || pathOf(container).some(({ tag }) => ASIDES.has(tag));
    const opening = openingOf(block.text);
    if (isBeside || linkShare > MOSTLY_LINK || seen.has(opening)) continue;
    seen.add(opening);
    flags[index] = true;
  }
  return flags;
}
