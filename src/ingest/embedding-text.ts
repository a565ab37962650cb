import type { Document } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';
import { titleFromPath } from './title-from-path.ts';

// Long enough for nearly every headline; together at most a fifth of a window of 256 tokens in English.
const MAX_TITLE_CHARS = 120;
const MAX_HEADING_CHARS = 80;

/**
 * What is embedded for a passage: the document's title and the heading above it, each on a line and cut
 * to some 20 words, then the passage's own words.
 */
export function embeddingText(document: Document, passage: Passage): string {
  const text = document.text.slice(passage.start, passage.end);
  return [...contextLines(document, passage.heading), text].join('\n');
}

/** The lines above the words of a passage under `heading`. */
export function contextLines(document: Document, heading: string | null): string[] {
  const title = isNameOfFile(document) ? '' : cut(document.title, MAX_TITLE_CHARS);
  const section = cut(heading ?? '', MAX_HEADING_CHARS);
  return [...new Set([title, section])].filter((line) => line !== '');
}

/** A title that is a file's name and says nothing, such as `000 b971934a`. */
function isNameOfFile({ title, path }: Document): boolean {
  const words = title.match(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu) ?? [];
  return title === titleFromPath(path) && words.length < 2;
}

function cut(line: string, maxChars: number): string {
  if (line.length <= maxChars) return line;
  const space = line.lastIndexOf(' ', maxChars);
  return line.slice(0, space > 0 ? space : maxChars).toWellFormed();
}
