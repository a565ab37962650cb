import type { RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { afterArticle } from './after-article.ts';
import { authorNotes } from './author-notes.ts';
import { captionFlags } from './captions.ts';
import { classifyBlocks } from './classify.ts';
import { withoutGluedCredit } from './glued-credit.ts';
import { boxFlags } from './named-boxes.ts';
import { isTalk, withoutClosingTalk } from './page-talk-blocks.ts';
import { isOffer, pointerFlags } from './pointers.ts';
import { sectionFlags, withoutBareHeadings } from './sections.ts';
import { findStandfirst, type PageAbout } from './standfirst.ts';
import { PAGE_MODEL } from './weights.ts';

/** Score from which a block is kept, on the training pages: F1 is flat from -0.5 to 0 and falls on both sides. */
const KEPT_FROM = 0;
/**
 * A short story in a large page may score low as a whole: what comes within `NEAR_BEST` of the page's best
 * prose is kept too, if that is no worse than `PROSE_FROM`.
 */
const NEAR_BEST = 1.5;
const PROSE_FROM = -3;
const MIN_PROSE_CHARS = 60;

/** The article's blocks of a web page, its standfirst and captions among them. Linear in the number of blocks. */
export function cleanPage(raw: readonly RawBlock[], about: PageAbout): RawBlock[] {
  const blocks = raw.map((block) => ({ ...block, text: withoutGluedCredit(block.text) }));
  const boxes = boxFlags(blocks);
  const kept = keptFlags(blocks, boxes);
  // Only now: a heading goes with what follows it, over an offer or a notice between them.
  blocks.forEach((block, index) => {
    if (isTalk(block) || isOffer(block)) kept[index] = false;
  });
  for (const index of afterArticle(blocks, kept)) kept[index] = false;
  for (const index of authorNotes(blocks, kept, about.author)) kept[index] = false;
  const captions = captionFlags(blocks, kept);
  const first = blocks.findIndex(({ kind }, index) => kept[index] === true && kind === 'paragraph');
  const standfirst = first < 0 ? null : findStandfirst(blocks, first, about);
  const chosen = blocks.flatMap((block, index) => {
    if (index === standfirst) return [{ ...block, kind: 'standfirst' as const }];
    return kept[index] === true || (captions[index] === true && boxes[index] !== true) ? [block] : [];
  });
  const own = chosen.map(withoutClosingTalk);
  return withoutBareHeadings(withoutRepeats(own, [about.title, about.author]));
}

/** Captions are judged by rule: they neither vote for their neighbours nor stand between them. */
function keptFlags(blocks: readonly RawBlock[], boxes: readonly boolean[]): boolean[] {
  const places = blocks.flatMap(({ kind }, index) => (kind === 'caption' ? [] : [index]));
  const body = withoutCaptions(blocks);
  const pointers = pointerFlags(body);
  const scores = classifyBlocks(body, PAGE_MODEL).map((score, index) =>
    pointers[index] === true || boxes[places[index] ?? 0] === true ? -Infinity : score,
  );
  const flags = sectionFlags(body, scores, Math.min(KEPT_FROM, bestProse(body, scores) - NEAR_BEST));
  const kept = new Array<boolean>(blocks.length).fill(false);
  places.forEach((place, index) => {
    kept[place] = flags[index] === true;
  });
  return kept;
}

/** The blocks that weights are fitted to and judge. */
export const withoutCaptions = (blocks: readonly RawBlock[]): RawBlock[] =>
  blocks.filter(({ kind }) => kind !== 'caption');

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

/**
 * Menus and galleries say a text twice, and what is `stated` of the article, its headline and author, stands
 * around it; short lines of a story may recur.
 */
function withoutRepeats(blocks: readonly RawBlock[], stated: readonly (string | null)[]): RawBlock[] {
  const seen = new Set(stated.map((one) => folded(one ?? '')));
  return blocks.filter(({ text }) => {
    const key = folded(text);
    if (seen.has(key)) return false;
    if (key.length > 40) seen.add(key);
    return true;
  });
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
