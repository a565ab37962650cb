import type { RawBlock } from '../raw-block.ts';
import { countControls } from './block-view.ts';

const ADDRESS_ALONE = /^(?:https?:\/\/|www\.)\S+$/i;
// Word pairs such as `Report filed` look like a control once in a while.
const CONTROLS_IN_AUTHORED = 3;

/**
 * True where a text looks copied from a page around an article: by its controls or, unless people write
 * in its format, by a line without a word, such as a pager or a row of dots, or an address alone.
 */
export function hasPageTraces(blocks: readonly RawBlock[], isAuthored: boolean): boolean {
  const controls = countControls(blocks);
  if (isAuthored) return controls >= CONTROLS_IN_AUTHORED;
  return controls > 0 || blocks.some(isTrace);
}

function isTrace({ kind, text }: RawBlock): boolean {
  if (kind === 'table-row') return false;
  return !/\p{L}/u.test(text) || ADDRESS_ALONE.test(text) || text.includes('©');
}
