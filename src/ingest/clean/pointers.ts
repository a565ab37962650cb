import { isFunctionWord, words } from '../../text/tokens.ts';
import type { Container, RawBlock } from '../raw-block.ts';
import { endsLikeSentence } from '../sentence-end.ts';
import { findArticleContainer } from './article-container.ts';
import { hostOf, pathOf } from './container-tree.ts';
import { groupRuns } from './groups.ts';
import { AGENCY_WORDS, CALL_VERBS, INTERFACE_WORDS } from './lexicon.ts';

/** Of the training pages' blocks that are links through and through, those of articles are lines of digests. */
const WHOLLY_LINK = 0.9;
const MOSTLY_LINK = 0.6;
/** Enough for a list under a label that speaks of pages, such as `More stories`. */
const PARTLY_LINK = 0.2;
const PROMOTED = 0.5;
const LABEL_WORDS = 8;
const MAX_CONTROL_CHARS = 80;
const MAX_CREDIT_WORDS = 9;
const MAX_STAMP_WORDS = 12;
/** Of a list's items; the odd one out is an offer with a stop. */
const MOST_ITEMS = 0.8;
/** So many headlines, each with a line of its own under it, are a list of stories. */
const LEAST_TEASERS = 3;
const COUNTER = /^(?:\p{L}+ )?\d+ ?(?:of|\/) ?\d+$/u;
const COMMENTS = /[._-](?:comments?|comment-?list|disqus|replies|respond)(?:$|[._-])/i;
const ADDRESS_ALONE = /^(?:(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+|@\w+)$/i;
// Shorter texts are labels too.
const MIN_PROSE_CHARS = 80;

/**
 * For each block whether it points away from the article: a link to another story or an offer, a list of
 * such, the label over them, and boxes of headlines under a label. Linear in the number of blocks.
 */
export function pointerFlags(blocks: readonly RawBlock[]): boolean[] {
  const comments = commentContainers(blocks);
  const flags = blocks.map(
    (block) => isPointer(block) || isControl(block) || isCredit(block) || comments(block),
  );
  for (const { start, end } of groupRuns(blocks)) {
    const isLabelled = speaksOfPages(blocks[start - 1]?.text ?? '');
    if (isListOfLinks(blocks.slice(start, end), isLabelled ? PARTLY_LINK : WHOLLY_LINK))
      flags.fill(true, start, end);
  }
  markBoxes(blocks, flags);
  markTeasers(blocks, flags);
  return flags.map((flag, index) => {
    const block = blocks[index];
    if (flag || block === undefined) return flag;
    if (isStamp(block)) return true;
    return (flags[index + 1] === true && isLabel(block)) || (flags[index - 1] === true && isCutShort(block));
  });
}

/**
 * A line that is a link to another story, whatever its neighbours. (Digests of links lose their lines by
 * it; on the training pages F1 gains .003 all the same.)
 */
function isPointer({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind === 'list-item' || kind === 'table-row') return false;
  const { linkShare, promotedShare } = page;
  if (linkShare >= WHOLLY_LINK || promotedShare >= PROMOTED) return true;
  return (kind === 'paragraph' || kind === 'heading') && linkShare >= MOSTLY_LINK && !endsLikeSentence(text);
}

/** The beginning of another story under its headline. */
const isCutShort = ({ kind, text }: RawBlock) => kind === 'paragraph' && /(?:\.{3}|…)$/.test(text);

/** Words of an interface alone, such as `Subscribe`, or an address alone. */
function isControl({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind === 'table-row' || text.length > MAX_CONTROL_CHARS) return false;
  if (ADDRESS_ALONE.test(text) || COUNTER.test(text)) return true;
  return !endsLikeSentence(text) && words(text).every(({ norm }) => INTERFACE_WORDS.has(norm));
}

/** True for what to do with a link in a few words: `See it now: Harbour Shop`. */
export function isOffer({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind === 'table-row' || page.linkShare < PARTLY_LINK || endsLikeSentence(text))
    return false;
  return isCall(text) && text.split(' ').length <= LABEL_WORDS;
}

/** Whose a picture is: names alone, the last of them of an agency. */
function isCredit({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind !== 'paragraph' || text.length > MAX_CONTROL_CHARS || endsLikeSentence(text))
    return false;
  const list = words(text);
  if (list.length > MAX_CREDIT_WORDS) return false;
  const isName = ({ text: own, norm }: (typeof list)[number]) =>
    /^\p{Lu}/u.test(own) || isFunctionWord(norm) || norm === 'via';
  return AGENCY_WORDS.has(list.at(-1)?.norm ?? '') && list.every(isName);
}

/** When something was put online, with or without a name: a few words with a year and a time of day. */
function isStamp({ kind, text, page }: RawBlock): boolean {
  if (page === null || kind === 'table-row' || text.length > MAX_CONTROL_CHARS || endsLikeSentence(text))
    return false;
  return (
    /\b(?:19|20)\d\d\b/.test(text) && /\b\d{1,2}:\d\d\b/.test(text) && words(text).length <= MAX_STAMP_WORDS
  );
}

/** Tells blocks in what is named for the readers' comments, unless the article itself stands in it. */
function commentContainers(blocks: readonly RawBlock[]): (block: RawBlock) => boolean {
  const around = new Set(pathOf(findArticleContainer(blocks)));
  const known = new Map<Container, boolean>();
  const isIn = (container: Container): boolean => {
    const before = known.get(container);
    if (before !== undefined) return before;
    const own = COMMENTS.test(container.look) && !around.has(container);
    const found = own || (container.parent !== null && isIn(container.parent));
    known.set(container, found);
    return found;
  };
  return ({ page }) => page !== null && isIn(page.container);
}

function isListOfLinks(items: readonly RawBlock[], least: number): boolean {
  const links = items.filter(
    ({ kind, text, page }) =>
      kind === 'list-item' && (page?.linkShare ?? 0) >= least && !/[.]["'”’]?$/.test(text),
  );
  return links.length >= MOST_ITEMS * items.length;
}

/**
 * Marks the lines under linked headlines where several stand in a row and look alike: a page's list of
 * stories, each with what it is about.
 */
function markTeasers(blocks: readonly RawBlock[], flags: boolean[]): void {
  let run: number[] = [];
  const end = () => {
    if (run.length >= LEAST_TEASERS) for (const index of run) flags[index] = true;
    run = [];
  };
  for (let index = 1; index < blocks.length; index++) {
    const [headline, block] = [blocks[index - 1], blocks[index]];
    if (flags[index] === true || flags[index - 1] !== true) {
      // Two lines in a row are text, two headlines may stand between teasers.
      if (flags[index] !== true) end();
      continue;
    }
    const [last] = run.slice(-1);
    const isLinked = headline !== undefined && isHeadlineLink(headline);
    const isAlike = last === undefined || lookOf(blocks[last]) === lookOf(block);
    if (!isLinked || !isAlike) end();
    if (isLinked) run.push(index);
  }
  end();
}

/** Numbers in links are notes, single words the names of sections. */
const isHeadlineLink = ({ text, page }: RawBlock) =>
  (page?.linkShare ?? 0) >= WHOLLY_LINK && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;

const lookOf = (block: RawBlock | undefined) =>
  `${block?.page?.container.look} ${block?.page?.container.parent?.look}`;

/** A few words over a list: `More:`, `DON'T MISS`, `Related stories`. */
function isLabel({ kind, text }: RawBlock): boolean {
  if (kind !== 'heading' && kind !== 'paragraph') return false;
  const isSentence = /[.!?]["'”’]?$/.test(text.replace(/(?:\.{3}|…)$/, ''));
  if (isSentence || text.split(' ').length > LABEL_WORDS) return false;
  return /[:：…]$|\.{3}$/.test(text) || isCall(text) || speaksOfPages(text);
}

/** True for words that begin with what readers are told to do. */
export const isCall = (text: string): boolean => CALL_VERBS.has(words(text.slice(0, 40))[0]?.norm ?? '');

/** True for words of which half of those that name something are words of an interface. */
export function speaksOfPages(text: string): boolean {
  if (text === '' || text.length > MAX_CONTROL_CHARS) return false;
  const naming = words(text).filter(({ norm }) => INTERFACE_WORDS.has(norm) || !isFunctionWord(norm));
  return naming.filter(({ norm }) => INTERFACE_WORDS.has(norm)).length * 2 >= Math.max(1, naming.length);
}

/** Marks lines without a stop under a label, as long as no container right around them holds prose. */
function markBoxes(blocks: readonly RawBlock[], flags: boolean[]): void {
  const proseHosts = new Set<Container>();
  for (const { kind, text, page } of blocks) {
    if (page !== null && text.length >= MIN_PROSE_CHARS && endsLikeSentence(text))
      proseHosts.add(hostOf(kind, page.container));
  }
  let inBox = false;
  blocks.forEach((block, index) => {
    const { kind, text, page } = block;
    const isAside = page !== null && !endsLikeSentence(text) && !proseHosts.has(hostOf(kind, page.container));
    inBox = isAside && (inBox || (kind === 'heading' && isLabel(block) && speaksOfPages(text)));
    if (inBox) flags[index] = true;
  });
}
