import type { RawBlock } from '../../ingest/raw-block.ts';

/** Where a page shows its headline: the first `h1` that is its title, else any block that is; null where none is. */
export function headlineAt(blocks: readonly RawBlock[], title: string | null): number | null {
  const isTitle = ({ text }: RawBlock) => text === title;
  const heading = blocks.findIndex((block) => block.page?.container.tag === 'h1' && isTitle(block));
  if (heading >= 0) return heading;
  const any = blocks.findIndex(isTitle);
  return any < 0 ? null : any;
}
