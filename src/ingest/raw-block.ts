import type { Block, BlockKind } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';

/** An element that holds blocks; a chain of parents up to the page's root. */
export interface Container {
  readonly parent: Container | null;
  /** 0 for the root. */
  readonly depth: number;
  /** Tag and class names, such as `div.story-body`: blocks of one look share it. */
  readonly look: string;
  readonly tag: string;
  /** Words of its own class and id names that name page furniture, and body text; 0 up. */
  readonly furnitureNames: number;
  readonly contentNames: number;
  /** True where its own class and id names name a box beside the text, such as `newsletter` or `author-bio`. */
  readonly isBox: boolean;
}

/** How a web page presents a block; what plain text cannot tell. */
export interface PageSignals {
  /** Share of the characters that stand in links, 0 to 1. */
  readonly linkShare: number;
  /** Share of the characters in links that say of themselves that they are paid for (`rel="sponsored"`) or no recommendation (`nofollow`). */
  readonly promotedShare: number;
  /** True inside `nav`, `aside`, `footer`, `header`, `form` and their ARIA roles. */
  readonly inFurnitureRegion: boolean;
  /** True inside `article`, `main` and their ARIA roles. */
  readonly inMainRegion: boolean;
  /** Words of class and id names around the block that name page furniture (`share`, `promo`); 0 up. */
  readonly furnitureNames: number;
  /** The same for names of body text (`article`, `story`, `content`). */
  readonly contentNames: number;
  readonly container: Container;
}

/** A stretch of a source as its parser saw it, before cleaning. */
export interface RawBlock {
  readonly kind: BlockKind;
  /** Trimmed, never empty, single spaces; a line break only where the lines are the source's own. */
  readonly text: string;
  /** Null for formats without a page around the text. */
  readonly page: PageSignals | null;
}

// A book has some 10,000 paragraphs; a file of 20 MB in lines of two letters would fill the memory.
const MAX_BLOCKS = 300_000;

/** @throws CitedeskError `limit-exceeded` for a file of more blocks than any text has. */
export function assertBlockCount(count: number): void {
  if (count <= MAX_BLOCKS) return;
  throw new CitedeskError(
    'limit-exceeded',
    `The file has ${count.toLocaleString('en')} lines or paragraphs; at most ${MAX_BLOCKS.toLocaleString('en')} are read.`,
    { fix: 'Split the file into articles.' },
  );
}

/** Blocks joined by a blank line, each with its span in the joined text. */
export function joinBlocks(blocks: readonly Pick<RawBlock, 'kind' | 'text'>[]): {
  text: string;
  blocks: Block[];
} {
  const spans: Block[] = [];
  const parts: string[] = [];
  let offset = 0;
  for (const { kind, text } of blocks) {
    spans.push({ kind, start: offset, end: offset + text.length });
    parts.push(text);
    offset += text.length + 2;
  }
  return { text: parts.join('\n\n'), blocks: spans };
}
