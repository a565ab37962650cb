import { words } from '../../text/tokens.ts';
import type { Container, RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { CALENDAR_WORDS } from './lexicon.ts';
import { isCall } from './pointers.ts';

/** What a page says of the story besides its text. */
export interface PageAbout {
  /** The headline and the author; null where the page names none. */
  readonly title: string | null;
  readonly author: string | null;
  /** What the page's head says that the story is about, in any number of wordings. */
  readonly descriptions: readonly string[];
}

/** Blocks before the first kept one among which a standfirst is looked for. */
const REACH = 15;
const MIN_WORDS = 6;
const MAX_WORDS = 80;
const MOSTLY_LINK = 0.3;
/** Descriptions are often cut; so much of the beginning is told apart from any other sentence. */
const SAME_CHARS = 40;
const ASIDES = new Set(['nav', 'aside', 'footer', 'form', 'li']);
const NAMES =
  /(?:^|[.\s_-])(?:stand-?first|dek|deck|sub-?(?:title|head|heading|headline|line|hed)|summary|strap-?line|excerpt|synopsis|heading-des\w*)(?:$|[.\s_-])/i;
/** Names of a standfirst on some pages, of the article's own first paragraph on others. */
const DOUBTFUL_NAMES = /(?:^|[.\s_-])(?:lead|lede|intro)(?:$|[.\s_-])/i;

/**
 * The block between the headline and the first kept paragraph that sums the story up; null where there is
 * none. It is what the page's description says too, or is named for what it is, or stands right under the
 * headline as one. `first` is the index of the first kept paragraph.
 */
export function findStandfirst(blocks: readonly RawBlock[], first: number, about: PageAbout): number | null {
  const from = Math.max(0, first - REACH);
  const headline = headlineBefore(blocks, first, about.title);
  const opening = folded(blocks[first]?.text ?? '').slice(0, SAME_CHARS);
  for (let index = Math.max(from, headline + 1); index <= first; index++) {
    const block = blocks[index];
    if (block === undefined || !canBe(block)) continue;
    const isNamed = headline >= 0 && hasName(block, NAMES);
    // The first paragraph is the story's own, whatever else speaks for it.
    if (index === first) return isNamed ? index : null;
    if (folded(block.text).startsWith(opening)) continue;
    const isUnderHeadline = index === headline + 1 && isSummary(block);
    const isLead = headline >= 0 && (isUnderHeadline || hasName(block, DOUBTFUL_NAMES));
    if (isNamed || isLead || isDescription(block.text, about.descriptions)) return index;
  }
  return null;
}

/** The last block before `first` that is the headline; -1 where none is. */
function headlineBefore(blocks: readonly RawBlock[], first: number, title: string | null): number {
  const name = folded(title ?? '');
  return blocks
    .slice(0, first)
    .findLastIndex(
      ({ text, page }) => page?.container.tag === 'h1' || (name !== '' && folded(text) === name),
    );
}

function canBe({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind === 'caption' || kind === 'table-row' || page.linkShare > MOSTLY_LINK)
    return false;
  const list = words(text.slice(0, 1_000));
  if (list.length < MIN_WORDS || list.length > MAX_WORDS || isCall(text)) return false;
  // Teasers of other stories are cut short.
  if (/(?:\.{3}|…)$/.test(text)) return false;
  if (/^(?:by|from|written by|posted|published|updated)\b/i.test(text)) return false;
  const stamps = list.filter(({ norm }) => CALENDAR_WORDS.has(norm) || /^\d/.test(norm)).length;
  return stamps * 3 < list.length && !isAside(page.container);
}

function isAside(container: Container): boolean {
  for (let outer: Container | null = container; outer !== null; outer = outer.parent)
    if (ASIDES.has(outer.tag)) return true;
  return false;
}

/** A second heading or a sentence. */
const isSummary = ({ kind, text }: RawBlock) => kind === 'heading' || endsLikeSentence(text);

const hasName = ({ page }: RawBlock, names: RegExp) =>
  page !== null && (names.test(page.container.look) || names.test(page.container.parent?.look ?? ''));

function isDescription(text: string, descriptions: readonly string[]): boolean {
  const own = folded(text).slice(0, SAME_CHARS);
  return own.length >= 20 && descriptions.some((one) => folded(one).startsWith(own));
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
