import { oneLine } from '../../ingest/normalize-text.ts';
import { assertBlockCount, type RawBlock } from '../../ingest/raw-block.ts';
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
  const worded = unwrapped.filter((line) => line.trim() !== '');
  assertBlockCount(worded.length);
  return markHeadings(worded.map(lineBlock));
}

// A kicker, a title and a second title may stand over one text; more short lines are a menu.
const MAX_STACK = 3;
const TOP_BLOCKS = 12;

/** Finds headings from the end, since a title may stand over a second one. */
function markHeadings(blocks: readonly RawBlock[]): RawBlock[] {
  const marked: RawBlock[] = [];
  for (const block of blocks.toReversed()) {
    const next = marked.at(-1);
    const isAtTop = blocks.length - marked.length <= TOP_BLOCKS;
    const isFull = marked.slice(-MAX_STACK).every(({ kind }) => kind === 'heading');
    const isStacked = next?.kind === 'heading' && isAtTop && !isFull && isHeadingLine(block, 4);
    marked.push(isStacked || opensSection(block, next) ? { ...block, kind: 'heading' } : block);
  }
  return marked.reverse();
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

/** A short line that is no sentence and has at least `minWords` words. */
function isHeadingLine({ kind, text }: RawBlock, minWords: number): boolean {
  if (kind !== 'paragraph' || !/\p{L}/u.test(text)) return false;
  const words = text.split(' ').length;
  if (words < minWords || words > MAX_HEADING_WORDS || /[,;.…]["'”’)]*$/u.test(text)) return false;
  // A question heads a section only when it is short.
  return !endsLikeSentence(text) || words <= 10;
}

/** A heading line over prose or a list. */
function opensSection(block: RawBlock, next: RawBlock | undefined): boolean {
  if (next === undefined || !isHeadingLine(block, 1)) return false;
  if (next.kind === 'list-item') return !/[:：]$/.test(block.text);
  return next.kind !== 'heading' && next.text.length >= Math.max(MIN_PROSE_CHARS, 1.5 * block.text.length);
}
