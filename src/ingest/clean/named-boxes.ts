import type { Container, RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { findArticleContainer } from './article-container.ts';
import { pathOf } from './container-tree.ts';

// Shorter texts are labels.
const MIN_PROSE_CHARS = 80;
/** Some sites name what holds their stories after its author or its share buttons: it holds most of the prose. */
const MOST_PROSE = 0.25;

/**
 * For each block whether it stands in an element that is named for a box beside the article: share buttons,
 * related stories, a note on the author, a newsletter's pitch. What holds the article is none. Linear in the
 * number of blocks, times the depth of the page's tree.
 */
export function boxFlags(blocks: readonly RawBlock[]): boolean[] {
  const prose = proseByBox(blocks);
  const most = MOST_PROSE * blocks.reduce((sum, block) => sum + proseChars(block), 0);
  const around = new Set(pathOf(findArticleContainer(blocks)));
  const isBox = (container: Container) =>
    container.isBox && !around.has(container) && (prose.get(container) ?? 0) <= most;
  return blocks.map(({ page }) => page !== null && pathOf(page.container).some(isBox));
}

function proseByBox(blocks: readonly RawBlock[]): Map<Container, number> {
  const sums = new Map<Container, number>();
  for (const block of blocks) {
    const chars = proseChars(block);
    if (chars === 0) continue;
    for (const container of pathOf(block.page?.container ?? null)) {
      if (container.isBox) sums.set(container, (sums.get(container) ?? 0) + chars);
    }
  }
  return sums;
}

const proseChars = ({ text }: RawBlock) =>
  text.length >= MIN_PROSE_CHARS && endsLikeSentence(text) ? text.length : 0;
