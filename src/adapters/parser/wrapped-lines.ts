import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import { isListLine, rowCells } from './text-lines.ts';

// Mail and old systems wrap at 65 to 80 columns; a longer line was not wrapped by a machine.
const MAX_WRAPPED_CHARS = 120;
const MIN_WRAPPED_CHARS = 35;

/**
 * True for a text whose lines end where the column does, not where the paragraph does: most lines
 * that another follows are of a column's width and stop in the middle of a sentence, and hardly any is
 * longer.
 */
export function isHardWrapped(lines: readonly string[]): boolean {
  const running = lines.filter(isRunning);
  const long = running.filter(({ length }) => length > MAX_WRAPPED_CHARS);
  if (long.length > running.length * 0.1) return false;
  let joints = 0;
  let wrapped = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    if (!isRunning(line) || !isRunning(next)) continue;
    joints++;
    if (isMidSentence(line.trim())) wrapped++;
  }
  return joints >= 3 && wrapped / joints >= 0.6;
}

/** Neither empty nor part of a list or a table. */
const isRunning = (line: string) => line.trim() !== '' && !isListLine(line) && rowCells(line) === null;

const isMidSentence = (line: string) =>
  line.length >= MIN_WRAPPED_CHARS && line.length <= MAX_WRAPPED_CHARS && !endsLikeSentence(line);

/** Lines of hard-wrapped text joined to one line a paragraph; empty lines and list items part them. */
export function unwrapLines(lines: readonly string[]): string[] {
  const width = lines.reduce(
    (most, { length }) => (length <= MAX_WRAPPED_CHARS ? Math.max(most, length) : most),
    0,
  );
  const vocabulary = new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []));
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const starts = !isRunning(line) || /^\s{3,}\S/.test(line);
    if (isOpen && !starts && paragraph !== undefined) appendLine(paragraph, line.trim(), vocabulary);
    else paragraphs.push([line]);
    // A short line that ends a sentence ends its paragraph, empty line or not.
    isOpen =
      line.trim() !== '' &&
      rowCells(line) === null &&
      !(line.length < width * 0.6 && endsLikeSentence(line.trimEnd()));
  }
  return paragraphs.map((parts) => parts.join(''));
}

/** `exam-` and `ple` are one word where the text has `example` elsewhere, else the hyphen is the author's. */
function appendLine(parts: string[], line: string, vocabulary: ReadonlySet<string>): void {
  const before = parts.at(-1) ?? '';
  const stem = /(\p{L}+)-$/u.exec(before.slice(-40))?.[1] ?? '';
  const rest = /^\p{Ll}+/u.exec(line)?.[0] ?? '';
  if (stem === '' || rest === '') {
    parts.push(' ', line);
    return;
  }
  if (vocabulary.has(`${stem}${rest}`.toLowerCase())) parts[parts.length - 1] = before.slice(0, -1);
  parts.push(line);
}
