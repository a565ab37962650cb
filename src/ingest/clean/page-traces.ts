import type { RawBlock } from '../raw-block.ts';
import { type BlockView, viewBlocks } from './block-view.ts';

const ADDRESS_ALONE = /^(?:https?:\/\/|www\.)\S+$/i;

/**
 * True where some line of a plain text looks copied from a page around an article: a control, a line
 * without a word such as a pager or a row of dots, an address alone.
 */
export function hasPageTraces(blocks: readonly RawBlock[]): boolean {
  const views = viewBlocks(blocks);
  return (views[0]?.whole.controls ?? 0) > 0 || views.some(isTrace);
}

const isTrace = ({ text }: BlockView) =>
  !/\p{L}/u.test(text) || ADDRESS_ALONE.test(text) || /[©®]/.test(text);
