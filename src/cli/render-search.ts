import type { Ref } from '../domain/document.ts';
import type { SearchResult } from '../domain/passage.ts';
import type { Span } from '../domain/span.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';

const EXCERPT_CHARS = 200;

/** The passages found, best first, for a person. */
export function searchLines({ passages }: SearchResult, terminal: Terminal): string {
  if (passages.length === 0) return 'Nothing found.\n';
  const blocks = passages.map(({ rank, text, ...place }) => {
    const excerpt = wrap(oneLine(text, EXCERPT_CHARS), { columns: terminal.columns, indent: '    ' });
    return `${String(rank).padStart(2)}  ${placeWords(place, terminal)}\n${excerpt}`;
  });
  return `${blocks.join('\n')}\n`;
}

/** `2026/storm.md:120-240  Title · 2026-05-03`: the span counts in the document's clean text. */
export function placeWords(
  { path, title, publishedAt, start, end }: Ref & Span,
  { style }: Terminal,
): string {
  const date = publishedAt === null ? '' : style('dim', ` · ${oneLine(publishedAt).slice(0, 10)}`);
  return `${style('cyan', oneLine(path))}${style('dim', `:${start}-${end}`)}  ${oneLine(title, 100)}${date}`;
}
