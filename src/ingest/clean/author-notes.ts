import { words } from '../../text/tokens.ts';
import type { RawBlock } from '../raw-block.ts';
import { AGENCY_WORDS, INTERFACE_WORDS } from './lexicon.ts';

/** Kept blocks among which a byline and a note on the author stand. */
const FIRST = 2;
const LAST = 3;
const MAX_NAMES = 4;

/**
 * The kept blocks that begin with the author's name, at the edges of the article: bylines and what the author
 * is and has written. The name before a colon says who speaks.
 */
export function authorNotes(
  blocks: readonly RawBlock[],
  kept: readonly boolean[],
  author: string | null,
): ReadonlySet<number> {
  const names = namesOf(author ?? '');
  if (names.length === 0) return new Set();
  const places = blocks.flatMap(({ kind }, index) =>
    kept[index] === true && kind !== 'caption' ? [index] : [],
  );
  const edges = [...places.slice(0, FIRST), ...places.slice(-LAST)];
  return new Set(edges.filter((index) => names.some((name) => beginsWith(blocks[index]?.text ?? '', name))));
}

/** Full names of people: those of agencies and desks begin sentences of stories. */
function namesOf(author: string): string[] {
  return author
    .split(/,| and | & /)
    .slice(0, MAX_NAMES)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => {
      const parts = words(name);
      return (
        parts.length >= 2 && parts.every(({ norm }) => !AGENCY_WORDS.has(norm) && !INTERFACE_WORDS.has(norm))
      );
    });
}

function beginsWith(text: string, name: string): boolean {
  const own = text.slice(0, name.length + 4).toLowerCase();
  const after = own.startsWith('by ') ? own.slice(3) : own;
  return after.startsWith(name) && !/^\p{L}|^ ?:/u.test(after.slice(name.length));
}
