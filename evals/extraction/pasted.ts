import type { RawBlock } from '../../src/ingest/raw-block.ts';

export interface PasteOptions {
  /** Whether list items keep a bullet, as some browsers copy them. */
  readonly bullets: boolean;
}

/** Blocks of a page as they look copied into a plain text file. */
export function pastedText(
  blocks: readonly Pick<RawBlock, 'kind' | 'text'>[],
  { bullets }: PasteOptions,
): string {
  return blocks
    .map(({ kind, text }) => {
      if (kind === 'list-item') return bullets ? `  • ${text}\n` : `${text}\n`;
      return kind === 'table-row' ? `${text.replaceAll(' · ', '\t')}\n` : `\n${text}\n`;
    })
    .join('');
}
