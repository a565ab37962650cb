import type { Container, RawBlock } from '../raw-block.ts';

interface Tally {
  /** Points that paragraphs give to the containers around them. */
  points: number;
  chars: number;
  linkChars: number;
}

// Shorter texts are labels.
const MIN_CHARS = 25;
const LEVELS = 5;
const TEXT_TAGS = new Set(['p', 'blockquote', 'pre', 'li', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const TAG_POINTS: Readonly<Record<string, number>> = {
  div: 5,
  article: 5,
  section: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  th: -5,
};
const NAME_POINTS = 25;
// What three short paragraphs give.
const MIN_POINTS = 5;
const WHOLE_PAGE = new Set(['', 'html', 'body']);

/**
 * The container that most likely holds the article, by the points that its paragraphs give for length and
 * commas: whole to the container right around them, less to those further out; with points for tags and
 * names, times the share of its text that is no link. Paragraphs in containers whose names speak of
 * furniture count only where no others do. (The scoring of Readability, Arc90 and Mozilla.) Null for text
 * without a page.
 */
export function findArticleContainer(blocks: readonly RawBlock[]): Container | null {
  return bestContainer(blocks, isLikely) ?? bestContainer(blocks, () => true);
}

function bestContainer(
  blocks: readonly RawBlock[],
  counts: (container: Container) => boolean,
): Container | null {
  const tallies = new Map<Container, Tally>();
  for (const block of blocks) addBlock(tallies, block, counts);
  let best: Container | null = null;
  let most = 0;
  for (const [container, tally] of tallies) {
    const score = scoreOf(container, tally);
    if (tally.points < MIN_POINTS || score <= most || WHOLE_PAGE.has(container.tag)) continue;
    most = score;
    best = container;
  }
  return best;
}

function scoreOf(
  { tag, furnitureNames, contentNames }: Container,
  { points, chars, linkChars }: Tally,
): number {
  const names = (contentNames > 0 ? NAME_POINTS : 0) - (furnitureNames > 0 ? NAME_POINTS : 0);
  return (points + (TAG_POINTS[tag] ?? 0) + names) * (1 - linkChars / Math.max(1, chars));
}

function addBlock(
  tallies: Map<Container, Tally>,
  { kind, text, page }: RawBlock,
  counts: (container: Container) => boolean,
): void {
  if (page === null) return;
  const { container, linkShare } = page;
  const isScored =
    kind !== 'list-item' && kind !== 'caption' && text.length >= MIN_CHARS && counts(container);
  const points = isScored
    ? 1 + (text.match(/[,،、，]/g)?.length ?? 0) + Math.min(Math.floor(text.length / 100), 3)
    : 0;
  let level = TEXT_TAGS.has(container.tag) ? -1 : 0;
  for (let outer: Container | null = container; outer !== null; outer = outer.parent, level++) {
    const tally = tallies.get(outer) ?? { points: 0, chars: 0, linkChars: 0 };
    tally.chars += text.length;
    tally.linkChars += text.length * linkShare;
    if (level >= 0 && level < LEVELS)
      tally.points += points / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
    tallies.set(outer, tally);
  }
}

/** False inside a container whose names speak of furniture alone. */
function isLikely(container: Container): boolean {
  for (let outer: Container | null = container; outer !== null; outer = outer.parent) {
    if (outer.furnitureNames > 0 && outer.contentNames === 0 && !WHOLE_PAGE.has(outer.tag)) return false;
  }
  return true;
}
