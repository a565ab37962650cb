import type { RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { withoutPageRemarks } from './aside-remarks.ts';
import { viewBlocks } from './block-view.ts';
import { classifyBlocks } from './classify.ts';
import { isAuthorNote } from './edge-features.ts';
import { groupRuns } from './groups.ts';
import { hasPageTraces } from './page-traces.ts';
import { PAGE_MODEL, TEXT_MODEL } from './weights.ts';

/** Part of the splitter's name: another version of the cleaner makes other passages of the same file. */
export const CLEANER = 'clean/2';

/**
 * Scores from which a block is kept, on the training pages. Pages: F1 is flat from -0.5 to 0 (.967) and
 * falls on both sides. Text: the same, .91 from 0 to 0.5; lower here, since words that a person put into
 * a text file are worth more than a clean edge.
 */
const KEPT_FROM = { page: 0, text: -0.5 };
/**
 * A short story in a large page may score low as a whole: what comes within `NEAR_BEST` of the page's best
 * prose is kept too, if that is no worse than `PROSE_FROM`.
 */
const NEAR_BEST = 1.5;
const PROSE_FROM = -3;
const MIN_PROSE_CHARS = 80;
/** A line without a stop after the last sure block: there stand lists of other headlines. */
const UNSTOPPED_TAIL_KEPT_FROM = 1;
const SURE_FROM = 1.5;
const MOST = 0.6;
const FEW = 0.2;
/** A heading goes with its section; alone it must only not look like a control. */
const HEADING_KEPT_FROM = -3;

export interface CleanOptions {
  /** The document's title; a page repeats it over the article, and it is no text of it. */
  readonly title: string | null;
  /** For formats that people write in rather than paste into: takes more traces of a page to be cleaned. */
  readonly isAuthored?: boolean;
}

/**
 * The blocks that are the article, in order, without the furniture around and among them. A source that
 * is all furniture gives none; a plain text always keeps something that has words.
 */
export function cleanBlocks(blocks: readonly RawBlock[], options: CleanOptions): RawBlock[] {
  const worded = blocks
    .map((block) => ({ ...block, text: withoutPageRemarks(block.text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const isPage = worded.some(({ page }) => page !== null);
  const kept = isPage
    ? cleanPage(worded, options)
    : cleanText(worded, hasPageTraces(blocks, options.isAuthored ?? false));
  return kept.length === 0 && !isPage ? worded : kept;
}

/** The highest score of a block that is a sentence and no link; no limit below where there is none. */
function bestProse(blocks: readonly RawBlock[], scores: readonly number[]): number {
  let best = -Infinity;
  blocks.forEach(({ text, page }, index) => {
    const score = scores[index] ?? 0;
    if (score <= best || score < PROSE_FROM || text.length < MIN_PROSE_CHARS) return;
    if (endsLikeSentence(text) && (page?.linkShare ?? 0) < 0.3) best = score;
  });
  return best === -Infinity ? Infinity : best;
}

function cleanPage(blocks: readonly RawBlock[], { title }: CleanOptions): RawBlock[] {
  const scores = classifyBlocks(blocks, PAGE_MODEL);
  const from = Math.min(KEPT_FROM.page, bestProse(blocks, scores) - NEAR_BEST);
  const seen = new Set(title === null ? [] : [folded(title)]);
  return keepSections(blocks, scores, from).filter((block) => {
    if (isPointer(block)) return false;
    const { text } = block;
    const key = folded(text);
    if (seen.has(key)) return false;
    // Menus and galleries say a text twice; short lines of a story may recur.
    if (key.length > 40) seen.add(key);
    return true;
  });
}

/**
 * A line that is a link to another story, whatever its neighbours. (Digests of links lose their lines by
 * it; on the training pages F1 gains .003 all the same.)
 */
function isPointer({ kind, text, page }: RawBlock): boolean {
  return kind === 'paragraph' && (page?.linkShare ?? 0) >= 0.6 && !endsLikeSentence(text);
}

/** A text without a trace of a page is kept whole, but for a note on its author. */
function cleanText(blocks: readonly RawBlock[], isPasted: boolean): RawBlock[] {
  const scores = classifyBlocks(blocks, TEXT_MODEL);
  if (isPasted) return keepSections(blocks, scores, KEPT_FROM.text);
  const isLast = (index: number) => index >= 3 && index >= blocks.length - 2;
  const isDoubtful = (index: number) => isLast(index) && (scores[index] ?? 0) < KEPT_FROM.text;
  // Most texts have nothing that needs a second look.
  const views = blocks.some((_, index) => isDoubtful(index)) ? viewBlocks(blocks) : [];
  return blocks.filter((_, index) => {
    const view = views[index];
    return view === undefined || !isDoubtful(index) || !isAuthorNote(view);
  });
}

/**
 * Scores in which lists and tables are of one mind: where most of one's words pass, the rest that says
 * something passes too, and where few do, none.
 */
function agreeInGroups(blocks: readonly RawBlock[], scores: readonly number[], from: number): number[] {
  return groupRuns(blocks).flatMap(({ start, end }) => {
    const own = scores.slice(start, end);
    if (own.length < 3) return own;
    const sizes = blocks.slice(start, end).map(({ text }) => text.split(' ').length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const passed = sizes.reduce((sum, size, index) => sum + ((own[index] ?? 0) >= from ? size : 0), 0);
    if (passed >= MOST * total)
      return own.map((score, index) => ((sizes[index] ?? 0) >= 3 ? Math.max(score, from) : score));
    return passed <= FEW * total ? own.map((score) => Math.min(score, from - 1)) : own;
  });
}

/** Keeps by score; a heading by what follows it, read from the end so that headings can follow headings. */
function keepSections(blocks: readonly RawBlock[], alone: readonly number[], from: number): RawBlock[] {
  const scores = agreeInGroups(blocks, alone, from);
  const lastSure = scores.findLastIndex((score) => score >= SURE_FROM);
  const kept: RawBlock[] = [];
  let nextIsKept = false;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    const score = scores[index] ?? 0;
    if (block === undefined) continue;
    const isKept: boolean =
      block.kind === 'heading'
        ? nextIsKept && score >= HEADING_KEPT_FROM
        : score >= (index > lastSure ? tailFrom(block, from) : from);
    if (isKept) kept.push(block);
    nextIsKept = isKept;
  }
  return kept.reverse();
}

function tailFrom({ kind, text }: RawBlock, from: number): number {
  return kind === 'paragraph' && !endsLikeSentence(text) ? UNSTOPPED_TAIL_KEPT_FROM : from;
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
