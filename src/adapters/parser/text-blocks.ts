import { oneLine } from '../../ingest/normalize-text.ts';
import type { RawBlock } from '../../ingest/raw-block.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import { listItemText, rowCells } from './text-lines.ts';
import { isHardWrapped, unwrapLines } from './wrapped-lines.ts';

// Headlines and section headings in news run to some 16 words.
const MAX_HEADING_WORDS = 18;
// What follows a heading is prose or a list; prose is longer than this.
const MIN_PROSE_CHARS = 80;

/** The blocks of a plain text, furniture and all: its paragraphs, list items, table rows and headings. */
export function textBlocks(text: string): RawBlock[] {
  const lines = text.split('\n');
  const unwrapped = isHardWrapped(lines) ? unwrapLines(lines) : lines;
  const blocks = unwrapped.filter((line) => line.trim() !== '').map(lineBlock);
  return blocks.map((block, index) =>
    isHeading(block, blocks[index + 1]) ? { ...block, kind: 'heading' } : block,
  );
}

function lineBlock(line: string): RawBlock {
  const item = listItemText(line);
  if (item !== null) return { kind: 'list-item', text: item, page: null };
  const quoted = /^\s*>\s?(.*\S)/.exec(line)?.[1];
  if (quoted !== undefined) return { kind: 'quotation', text: oneLine(quoted), page: null };
  const cells = rowCells(line);
  if (cells !== null) return { kind: 'table-row', text: cells.join(' · '), page: null };
  return { kind: 'paragraph', text: oneLine(line), page: null };
}

/** A short line that is no sentence, over prose or a list. */
function isHeading(block: RawBlock, next: RawBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || next === undefined || !/\p{L}/u.test(block.text)) return false;
  const words = block.text.split(' ').length;
  if (words > MAX_HEADING_WORDS || /[,;.…]["'”’)]*$/u.test(block.text)) return false;
  // A question heads a section only when it stands alone before prose.
  if (endsLikeSentence(block.text) && words > 10) return false;
  const opensProse =
    next.kind !== 'list-item' && next.text.length >= Math.max(MIN_PROSE_CHARS, 1.5 * block.text.length);
  return opensProse || (next.kind === 'list-item' && !/[:：]$/.test(block.text));
}
