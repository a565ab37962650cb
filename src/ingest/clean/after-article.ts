import { isFunctionWord, words } from '../../text/tokens.ts';
import type { Container, RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { hostOf, isInside } from './container-tree.ts';

/** Of the kept prose that stands right in one element: there the story is, and ends. */
const MOST_PROSE = 0.6;
/** Sites wrap a paragraph in one or two elements more; what stands deeper is another box. */
const DEEPER = 3;
/** Of its content words: a recipe or a table set apart speaks of what the story speaks of. */
const SAME_TOPIC = 0.3;
// Shorter texts are labels.
const MIN_PROSE_CHARS = 80;

/**
 * The kept blocks that close the story's own element from deep within it and are of another matter: staff
 * lists, letters to readers, other stories. None where the story has no element of its own.
 */
export function afterArticle(blocks: readonly RawBlock[], kept: readonly boolean[]): ReadonlySet<number> {
  const host = storyHost(blocks.filter((_, index) => kept[index] === true));
  if (host === null) return new Set();
  const isDeep = ({ kind, page }: RawBlock) =>
    page !== null &&
    isInside(page.container, host) &&
    hostOf(kind, page.container).depth - host.depth >= DEEPER;
  const last = blocks.findLastIndex((block, index) => kept[index] === true && !isDeep(block));
  const own = termsOf(blocks.filter((_, index) => kept[index] === true && index <= last));
  const tail = blocks.flatMap((_, index) => (index > last && kept[index] === true ? [index] : []));
  const terms = [...termsOf(tail.flatMap((index) => blocks[index] ?? []))];
  const shared = terms.filter((term) => own.has(term)).length;
  return new Set(shared < SAME_TOPIC * terms.length ? tail : []);
}

function termsOf(blocks: readonly RawBlock[]): Set<string> {
  const norms = blocks.flatMap(({ text }) => words(text).map(({ norm }) => norm));
  return new Set(norms.filter((norm) => norm.length > 2 && !isFunctionWord(norm)));
}

/** The element in which most of the prose stands; null where none holds enough. */
function storyHost(kept: readonly RawBlock[]): Container | null {
  const sums = new Map<Container, number>();
  let total = 0;
  for (const { kind, text, page } of kept) {
    if (page === null || text.length < MIN_PROSE_CHARS || !endsLikeSentence(text)) continue;
    total += text.length;
    const host = hostOf(kind, page.container);
    sums.set(host, (sums.get(host) ?? 0) + text.length);
  }
  return [...sums].find(([, chars]) => chars >= MOST_PROSE * total)?.[0] ?? null;
}
