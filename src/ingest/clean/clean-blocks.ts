import type { RawBlock } from '../raw-block.ts';
import { withoutPageRemarks } from './aside-remarks.ts';
import { viewBlocks } from './block-view.ts';
import { classifyBlocks } from './classify.ts';
import { cleanPage } from './clean-page.ts';
import { isAuthorNote } from './edge-features.ts';
import { isTalk, withoutClosingTalk } from './page-talk-blocks.ts';
import { hasPageTraces } from './page-traces.ts';
import { sectionFlags } from './sections.ts';
import { TEXT_MODEL } from './weights.ts';

/** Part of the splitter's name: another version of the cleaner makes other passages of the same file. */
export const CLEANER = 'clean/4';

/**
 * Score from which a block of a text is kept: on the training pages F1 is flat, .91, from 0 to 0.5; lower
 * here, since words that a person put into a text file are worth more than a clean edge.
 */
const KEPT_FROM = -0.5;

export interface CleanOptions {
  /** The document's title; a page repeats it over the article, and it is no text of it. */
  readonly title: string | null;
  /** Who wrote it: a page names them beside the text. Default unknown. */
  readonly author?: string | null;
  /** What the page's head says that the story is about: its standfirst often says the same. Default none. */
  readonly descriptions?: readonly string[];
  /** For formats that people write in rather than paste into: takes more traces of a page to be cleaned. */
  readonly isAuthored?: boolean;
}

/**
 * The blocks that are the article, in order, without the furniture around and among them. A source that
 * is all furniture gives none; a plain text always keeps something that has words.
 */
export function cleanBlocks(blocks: readonly RawBlock[], options: CleanOptions): RawBlock[] {
  const { title, author = null, descriptions = [], isAuthored = false } = options;
  const worded = blocks
    .map((block) => ({ ...block, text: withoutPageRemarks(block.text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (worded.some(({ page }) => page !== null)) return cleanPage(worded, { title, author, descriptions });
  const kept = cleanText(worded, hasPageTraces(blocks, isAuthored));
  return kept.length === 0 ? worded : kept;
}

/** A text without a trace of a page is kept whole, but for a note on its author. */
function cleanText(blocks: readonly RawBlock[], isPasted: boolean): RawBlock[] {
  const scores = classifyBlocks(blocks, TEXT_MODEL);
  if (isPasted) {
    const own = blocks.map((block, index) => (isTalk(block) ? -Infinity : (scores[index] ?? 0)));
    const kept = sectionFlags(blocks, own, KEPT_FROM);
    return blocks.filter((_, index) => kept[index]).map(withoutClosingTalk);
  }
  const isLast = (index: number) => index >= 3 && index >= blocks.length - 2;
  const isDoubtful = (index: number) => isLast(index) && (scores[index] ?? 0) < KEPT_FROM;
  // Most texts have nothing that needs a second look.
  const views = blocks.some((_, index) => isDoubtful(index)) ? viewBlocks(blocks) : [];
  return blocks.filter((_, index) => {
    const view = views[index];
    return view === undefined || !isDoubtful(index) || !isAuthorNote(view);
  });
}
