import { isoDate } from '../../ingest/iso-date.ts';
import type { RawBlock } from '../../ingest/raw-block.ts';

// A date line stands close to the headline, over it or under it.
const REACH = 6;

/** The date that a short block beside the headline states; null where there is none. */
export function dateByHeadline(blocks: readonly RawBlock[], title: string | null): string | null {
  const headlines = blocks.flatMap(({ text }, index) => (text === title ? [index] : []));
  for (const at of headlines) {
    for (let distance = 1; distance <= REACH; distance++) {
      const date = isoDate(blocks[at + distance]?.text ?? '') ?? isoDate(blocks[at - distance]?.text ?? '');
      if (date !== null) return date;
    }
  }
  return null;
}
