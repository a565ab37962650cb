import type { RawBlock } from '../../ingest/raw-block.ts';
import { cleanAuthor } from '../../ingest/stated-metadata.ts';
import { headlineAt } from './page-headline.ts';

// A byline stands close to the headline, under it as a rule.
const REACH_AFTER = 10;
const REACH_BEFORE = 3;
// A longer block is prose that begins with `By`.
const MAX_CHARS = 200;

const STAMP =
  'Updated|Published|Posted|Last|On|At|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const PART = `(?!(?:${STAMP})[a-z]*\\b)\\p{Lu}[\\p{L}.'’-]*`;
const PARTICLE = '(?:(?:de|del|della|den|der|di|da|du|la|le|van|von|bin|al|el|ter|y)\\s+)*';
const NAME = `${PART}(?:\\s+${PARTICLE}${PART}){1,3}`;
const NAMES = new RegExp(`^${NAME}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)${NAME})*`, 'u');
const BY = /^(?:(?:written|story|reported|words|text)\s+)?by\b:?\s*/i;

/** The names in the line `By …` beside the headline; null where there is none. */
export function bylineByHeadline(blocks: readonly RawBlock[], title: string | null): string | null {
  const at = headlineAt(blocks, title);
  if (at === null) return null;
  for (let distance = 1; distance <= REACH_AFTER; distance++) {
    const found =
      bylineAt(blocks, at + distance) ?? (distance <= REACH_BEFORE ? bylineAt(blocks, at - distance) : null);
    if (found !== null) return found;
  }
  return null;
}

function bylineAt(blocks: readonly RawBlock[], index: number): string | null {
  const text = blocks[index]?.text ?? '';
  const by = BY.exec(text)?.[0];
  if (by === undefined || text.length > MAX_CHARS) return null;
  // Some pages set the word and the names apart.
  const names = by.length === text.length ? (blocks[index + 1]?.text ?? '') : text.slice(by.length);
  return cleanAuthor(NAMES.exec(names)?.[0]?.replace(/\s+,/g, ','));
}

/**
 * Whom a page names over the story, if the author that its head states is another person (the one who put
 * it online, as a rule); else as stated, which is the tidier spelling. Null where neither is known.
 */
export function shownAuthor(stated: string | null, byline: string | null): string | null {
  if (stated === null || byline === null) return stated ?? byline;
  const own = new Set(nameWords(stated));
  return nameWords(byline).some((word) => own.has(word)) ? stated : byline;
}

const nameWords = (names: string) =>
  names
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3);
