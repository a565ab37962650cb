import type { Cite } from '../../../src/domain/document.ts';
import { fetchSource, type Source } from '../api/document.ts';
import type { Server } from '../api/server.ts';
import { numberedCites } from '../stream/answer-view.ts';
import { type Excerpt, spanWithin } from '../stream/excerpt.ts';
import type { Turn } from '../stream/turn.ts';

/** Those that some citation of these turns still needs, each once. */
export function neededExcerpts(excerpts: readonly Excerpt[], turns: readonly Turn[]): readonly Excerpt[] {
  const cites = turns.flatMap(citesOf);
  const placeOf = ({ documentId, start, text }: Excerpt) => `${documentId} ${start} ${text}`;
  const each = new Map(excerpts.map((excerpt) => [placeOf(excerpt), excerpt]));
  return [...each.values()].filter((excerpt) => cites.some((cite) => spanWithin(excerpt, cite) !== null));
}

// About a paragraph on each side: enough to see what a quotation is about when its article is gone.
const CHARS_AROUND = 400;

/** Every citation that an answer shows, in whatever place. */
function citesOf(turn: Turn): readonly Cite[] {
  const cited = numberedCites(turn).map(({ cite }) => cite);
  return [...cited, ...turn.conflicts.flatMap(({ sides }) => sides), ...turn.nearest];
}

/**
 * The words around every citation of an answer, from the articles as they read now. A citation whose
 * article cannot be had, or has changed already, gets none.
 */
export async function fetchExcerpts(turn: Turn, server: Server): Promise<readonly Excerpt[]> {
  const byDocument = Map.groupBy(citesOf(turn), ({ documentId }) => documentId);
  const { signal } = new AbortController();
  const read = [...byDocument].map(async ([documentId, cites]) => {
    const outcome = await fetchSource(documentId, { server, signal });
    return outcome.found ? cites.map((cite) => excerptAround(outcome.source, cite)) : [];
  });
  return (await Promise.all(read)).flat().filter((excerpt) => excerpt !== null);
}

function excerptAround({ id, text }: Source, { start, end, quote }: Cite): Excerpt | null {
  if (text.slice(start, end) !== quote) return null;
  const before = text.slice(Math.max(0, start - CHARS_AROUND), start);
  const after = text.slice(end, end + CHARS_AROUND);
  // From a word's beginning to a word's end, where the article does not begin or end there itself.
  const head = start > CHARS_AROUND ? before.replace(/^\S*\s+/u, '') : before;
  const tail = end + CHARS_AROUND < text.length ? after.replace(/\s+\S*$/u, '') : after;
  return { documentId: id, start: start - head.length, text: head + quote + tail };
}
