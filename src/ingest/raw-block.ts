import type { Block, BlockKind } from '../domain/document.ts';

/** A stretch of a source as its parser saw it, before cleaning. `text` is one or more lines. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Blocks joined by a blank line, each with its span in the joined text. */
export function joinBlocks(blocks: readonly RawBlock[]): { text: string; blocks: Block[] } {
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
