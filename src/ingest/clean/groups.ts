import type { Span } from '../../domain/span.ts';
import type { RawBlock } from '../raw-block.ts';

const GROUPED = new Set<RawBlock['kind']>(['list-item', 'table-row', 'caption']);

/**
 * Runs of list items, of table rows and of captions, which are content or furniture together, as ranges of
 * block numbers; every other block is a run of its own. In order, without gaps.
 */
export function groupRuns(blocks: readonly RawBlock[]): Span[] {
  const runs: Span[] = [];
  for (let start = 0; start < blocks.length; ) {
    let end = start + 1;
    while (end < blocks.length && isSameGroup(blocks[end - 1], blocks[end])) end++;
    runs.push({ start, end });
    start = end;
  }
  return runs;
}

function isSameGroup(before: RawBlock | undefined, after: RawBlock | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.kind !== after.kind || !GROUPED.has(before.kind)) return false;
  const [outer, other] = [before.page?.container.parent, after.page?.container.parent];
  return outer === other || outer?.parent === other?.parent;
}
