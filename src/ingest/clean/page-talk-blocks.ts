import { isPageTalk } from '../../text/page-talk.ts';
import { sentences } from '../../text/sentences.ts';
import type { RawBlock } from '../raw-block.ts';

/** Of a block's characters; below it only the sentences at its end are the page's. */
const MOSTLY = 0.5;
/** A longer block that begins with an appeal tells something afterwards. */
const MAX_PITCH_CHARS = 500;
// Page talk is short; a longer block is a story that may end in it.
const MAX_CHARS = 1_500;

/** True for a block that is an appeal to the reader, a credit or a notice: most of its sentences are, or the first of a short one. */
export function isTalk({ kind, text }: RawBlock): boolean {
  if (kind === 'table-row' || kind === 'caption' || text.length > MAX_CHARS) return false;
  const parts = sentences(text).map(({ start, end }) => text.slice(start, end));
  const talk = parts.map(isPageTalk);
  if (talk[0] === true && text.length <= MAX_PITCH_CHARS) return true;
  const chars = parts.reduce((sum, part, index) => sum + (talk[index] === true ? part.length : 0), 0);
  return chars >= MOSTLY * text.length;
}

/** The block without appeals, credits and notices after its last sentence of the story. */
export function withoutClosingTalk(block: RawBlock): RawBlock {
  const { kind, text } = block;
  if (kind === 'table-row' || kind === 'heading') return block;
  const parts = sentences(text);
  const last = parts.findLastIndex(({ start, end }) => !isPageTalk(text.slice(start, end)));
  const end = parts[last]?.end;
  return end === undefined || last === parts.length - 1 ? block : { ...block, text: text.slice(0, end) };
}
