import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import { isListLine } from './text-lines.ts';

// Mail and old systems wrap at 65 to 80 columns; a longer line was not wrapped by a machine.
const MAX_WRAPPED_CHARS = 120;
const MIN_WRAPPED_CHARS = 35;

/**
 * True for a text whose lines end where the column does, not where the paragraph does: most lines
 * that another follows are of a column's width and stop in the middle of a sentence.
 */
export function isHardWrapped(lines: readonly string[]): boolean {
  let joints = 0;
  let wrapped = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    if (line.trim() === '' || next.trim() === '') continue;
    joints++;
    if (isMidSentence(line.trim()) && !isListLine(next)) wrapped++;
  }
  return joints >= 3 && wrapped / joints >= 0.6;
}

const isMidSentence = (line: string) =>
  line.length >= MIN_WRAPPED_CHARS && line.length <= MAX_WRAPPED_CHARS && !endsLikeSentence(line);

/** Lines of hard-wrapped text joined to one line a paragraph; empty lines and list items part them. */
export function unwrapLines(lines: readonly string[]): string[] {
  const width = Math.max(
    ...lines.map((line) => line.length).filter((length) => length <= MAX_WRAPPED_CHARS),
    0,
  );
  const vocabulary = new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []));
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    const starts = line.trim() === '' || isListLine(line) || /^(?:\s{3,}|\t)\S/.test(line);
    if (open && last !== undefined && !starts)
      joined[joined.length - 1] = join(last, line.trim(), vocabulary);
    else joined.push(line);
    // A short line that ends a sentence ends its paragraph, empty line or not.
    open = line.trim() !== '' && !(line.length < width * 0.6 && endsLikeSentence(line.trimEnd()));
  }
  return joined;
}

/** `exam-` and `ple` are one word where the text has `example` elsewhere, else the hyphen is the author's. */
function join(before: string, after: string, vocabulary: ReadonlySet<string>): string {
  const [, stem = ''] = /(\p{L}+)-$/u.exec(before.slice(-40)) ?? [];
  const rest = /^\p{Ll}+/u.exec(after)?.[0] ?? '';
  if (stem === '' || rest === '') return `${before} ${after}`;
  return vocabulary.has(`${stem}${rest}`.toLowerCase())
    ? `${before.slice(0, -1)}${after}`
    : `${before}${after}`;
}
