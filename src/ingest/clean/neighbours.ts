import { type Feature, upTo1, yes } from './features.ts';
import { groupRuns } from './groups.ts';
import type { ScoredBlock } from './scored-block.ts';

/** What stands around a block in reading order. */
export interface Neighbourhood {
  readonly previous: number;
  readonly next: number;
  /** Mean probability of the three blocks before and after. */
  readonly previousThree: number;
  readonly nextThree: number;
  /** Mean probability of the six blocks before and after, each by its words. */
  readonly previousSix: number;
  readonly nextSix: number;
  /** Share of the document's expected content that stands before and after, 0 to 1. */
  readonly contentBefore: number;
  readonly contentAfter: number;
  /** Share of its content words that likely content elsewhere uses too. */
  readonly topicShare: number;
  /** Mean score of the list or table that it belongs to, by words; its own score otherwise. */
  readonly groupScore: number;
  readonly groupSize: number;
}

export const NEIGHBOUR_FEATURES: readonly Feature<Neighbourhood>[] = [
  { name: 'previous', sign: 1, value: ({ previous }) => previous },
  { name: 'next', sign: 1, value: ({ next }) => next },
  { name: 'previousThree', sign: 1, value: ({ previousThree }) => previousThree },
  { name: 'nextThree', sign: 1, value: ({ nextThree }) => nextThree },
  { name: 'previousSix', sign: 1, value: ({ previousSix }) => previousSix },
  { name: 'nextSix', sign: 1, value: ({ nextSix }) => nextSix },
  { name: 'nothingBefore', sign: -1, value: ({ contentBefore }) => yes(contentBefore < 0.01) },
  { name: 'nothingAfter', sign: -1, value: ({ contentAfter }) => yes(contentAfter < 0.01) },
  { name: 'littleBefore', sign: -1, value: ({ contentBefore }) => 1 - upTo1(contentBefore / 0.1) },
  { name: 'littleAfter', sign: -1, value: ({ contentAfter }) => 1 - upTo1(contentAfter / 0.1) },
  { name: 'topicShare', sign: 1, value: ({ topicShare }) => topicShare },
  { name: 'groupScore', sign: 1, value: ({ groupScore }) => Math.max(-1, Math.min(1, groupScore / 4)) },
  { name: 'groupSize', sign: 0, value: ({ groupSize }) => upTo1((groupSize - 1) / 10) },
];

/** The neighbourhood of each block, in order. Linear in the number of blocks. */
export function neighbourhoods(blocks: readonly ScoredBlock[]): Neighbourhood[] {
  const total = blocks.reduce((sum, { mass }) => sum + mass, 0) || 1;
  const topics = topicCounts(blocks);
  const groups = groupsOf(blocks);
  let before = 0;
  return blocks.map((block, index) => {
    const contentBefore = before / total;
    before += block.mass;
    const group = groups[index] ?? { score: block.score, size: 1 };
    return {
      previous: mean(blocks, index, -1, 1),
      next: mean(blocks, index, 1, 1),
      previousThree: mean(blocks, index, -1, 3),
      nextThree: mean(blocks, index, 1, 3),
      previousSix: meanByWords(blocks, index, -1),
      nextSix: meanByWords(blocks, index, 1),
      contentBefore,
      contentAfter: (total - before) / total,
      topicShare: topicShare(block, topics),
      groupScore: group.score,
      groupSize: group.size,
    };
  });
}

function mean(blocks: readonly ScoredBlock[], index: number, step: 1 | -1, reach: number): number {
  let sum = 0;
  for (let distance = 1; distance <= reach; distance++)
    sum += blocks[index + step * distance]?.probability ?? 0;
  return sum / reach;
}

function meanByWords(blocks: readonly ScoredBlock[], index: number, step: 1 | -1): number {
  let mass = 0;
  let words = 0;
  for (let distance = 1; distance <= 6; distance++) {
    mass += blocks[index + step * distance]?.mass ?? 0;
    words += blocks[index + step * distance]?.words ?? 0;
  }
  return words === 0 ? 0 : mass / words;
}

/** For each content word the number of blocks of likely content that hold it. */
function topicCounts(blocks: readonly ScoredBlock[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { probability, view } of blocks) {
    if (probability <= 0.5) continue;
    for (const term of view.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function topicShare({ view, probability }: ScoredBlock, topics: ReadonlyMap<string, number>): number {
  const own = probability > 0.5 ? 1 : 0;
  let shared = 0;
  for (const term of view.terms) if ((topics.get(term) ?? 0) > own) shared++;
  return shared / Math.max(1, view.terms.size);
}

interface Group {
  readonly score: number;
  readonly size: number;
}

/** For each block the mean score of its list or table, by words. */
function groupsOf(blocks: readonly ScoredBlock[]): Group[] {
  return groupRuns(blocks.map(({ view }) => view.block)).flatMap(({ start, end }) => {
    const run = blocks.slice(start, end);
    const weight = run.reduce((sum, { words }) => sum + words + 1, 0);
    const score = run.reduce((sum, block) => sum + block.score * (block.words + 1), 0) / weight;
    return run.map(() => ({ score, size: run.length }));
  });
}
