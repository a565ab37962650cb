import type { RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { groupRuns } from './groups.ts';

/** A line without a stop after the last sure block: there stand lists of other headlines. */
const UNSTOPPED_TAIL_KEPT_FROM = 1;
const SURE_FROM = 1.5;
const MOST = 0.6;
const FEW = 0.2;
/** A heading goes with its section; alone it must only not look like a control. */
const HEADING_KEPT_FROM = -3;

/** Which blocks to keep by score; a heading by what follows it, read from the end so that headings can follow headings. */
export function sectionFlags(blocks: readonly RawBlock[], alone: readonly number[], from: number): boolean[] {
  const scores = agreeInGroups(blocks, alone, from);
  const lastSure = scores.findLastIndex((score) => score >= SURE_FROM);
  const kept = new Array<boolean>(blocks.length).fill(false);
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    const score = scores[index] ?? 0;
    if (block === undefined) continue;
    kept[index] =
      block.kind === 'heading'
        ? kept[index + 1] === true && score >= HEADING_KEPT_FROM
        : score >= (index > lastSure ? tailFrom(block, from) : from);
  }
  return kept;
}

/**
 * Scores in which lists and tables are of one mind: where most of one's words pass, the rest that says
 * something passes too, and where few do, none. What is ruled out stays so.
 */
function agreeInGroups(blocks: readonly RawBlock[], scores: readonly number[], from: number): number[] {
  return groupRuns(blocks).flatMap(({ start, end }) => {
    const own = scores.slice(start, end);
    if (own.length < 3) return own;
    const sizes = blocks.slice(start, end).map(({ text }) => text.split(' ').length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const passed = sizes.reduce((sum, size, index) => sum + ((own[index] ?? 0) >= from ? size : 0), 0);
    if (passed >= MOST * total) return own.map((score, index) => lifted(score, sizes[index] ?? 0, from));
    return passed <= FEW * total ? own.map((score) => Math.min(score, from - 1)) : own;
  });
}

const lifted = (score: number, words: number, from: number) =>
  words >= 3 && score !== -Infinity ? Math.max(score, from) : score;

function tailFrom({ kind, text }: RawBlock, from: number): number {
  return kind === 'paragraph' && !endsLikeSentence(text) ? UNSTOPPED_TAIL_KEPT_FROM : from;
}

/** Without headings over nothing: those before another of their rank, and those at the end. */
export function withoutBareHeadings(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.filter(({ kind, page }, index) => {
    if (kind !== 'heading' || page === null) return true;
    const next = blocks[index + 1];
    return next !== undefined && (next.kind !== 'heading' || next.page?.container.tag !== page.container.tag);
  });
}
