import { type DraftFormat, draftFormatOf } from '../../../src/domain/draft.ts';
import type { Span } from '../../../src/domain/span.ts';
import type { CheckState } from './check-state.ts';
import { type Edit, editedText } from './edits.ts';
import type { DraftInput } from './run-check.ts';

/** A draft as it reads now. */
export interface DraftNow {
  readonly draft: DraftInput;
  /** False where the new words could not be placed into the file's own format, and its text goes on alone. */
  readonly isInFormat: boolean;
}

/**
 * The draft with what was taken over, in the format that it came in, so that its links and notes still say
 * what each statement rests on; as plain text where that cannot be (a Word file; words cut by markup).
 */
export function draftNow(input: DraftInput, { text }: CheckState, edits: readonly Edit[]): DraftNow {
  if (edits.length === 0 || text === '') return { draft: input, isInFormat: true };
  const format = input.kind === 'text' ? draftFormatOf(input.name) : null;
  const source =
    input.kind === 'text' && format !== null ? editedSource(input.text, text, { edits, format }) : null;
  if (source !== null) return { draft: { ...input, kind: 'text', text: source }, isInFormat: true };
  return { draft: plainNow(input, text, edits), isInFormat: false };
}

/** The draft's text alone with what was taken over. */
export function plainNow({ date }: DraftInput, text: string, edits: readonly Edit[]): DraftInput {
  return { kind: 'text', text: editedText(text, edits), name: '', date };
}

/** True where a checked text is what was to be checked, but for white space. */
export const readsAs = (text: string, expected: string): boolean => spaced(text) === spaced(expected);

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

interface SourceEdits {
  /** Of the checked text. */
  readonly edits: readonly Edit[];
  readonly format: DraftFormat;
}

/**
 * A draft's source with the edits of its text made in it; null where one of them has no certain place there.
 * A place is certain where the words, with as much as can be of what stands around them, occur as often in
 * the source as in the text: then the same one of them is meant.
 */
export function editedSource(source: string, text: string, { edits, format }: SourceEdits): string | null {
  if (format === 'text') return editedText(text, edits);
  const placed = edits.map((edit) => {
    const changed = narrowed(text, edit);
    const span = placeIn(source, text, changed);
    return span === null ? null : { ...span, words: escaped(changed.words, format) };
  });
  const all = placed.filter((edit) => edit !== null).sort((a, b) => a.start - b.start);
  const isClear = all.every(({ start }, at) => start >= (all[at - 1]?.end ?? 0));
  return all.length === edits.length && isClear ? editedText(source, all) : null;
}

/** The edit without the words that it leaves as they are, at whose markup it then need not touch. */
function narrowed(text: string, { start, end, words }: Edit): Edit {
  const struck = text.slice(start, end).split(/(?<=\s)/);
  const written = words.split(/(?<=\s)/);
  const most = Math.min(struck.length, written.length) - 1;
  let [head, tail] = [0, 0];
  while (head < most && struck[head] === written[head]) head++;
  while (head + tail < most && struck.at(-1 - tail) === written.at(-1 - tail)) tail++;
  const size = (parts: readonly string[]) => parts.join('').length;
  return {
    start: start + size(struck.slice(0, head)),
    end: end - size(struck.slice(struck.length - tail)),
    words: written.slice(head, written.length - tail).join(''),
  };
}

// What stands before and behind, in UTF-16 units; the most first, since markup may stand between.
const AROUND = [60, 30, 15, 8, 4, 0].flatMap((chars) => [
  [chars, chars] as const,
  [chars, 0] as const,
  [0, chars] as const,
]);

function placeIn(source: string, text: string, { start, end }: Span): Span | null {
  for (const [before, behind] of AROUND) {
    const from = Math.max(0, start - before);
    const parts = [text.slice(from, start), text.slice(start, end), text.slice(end, end + behind)];
    const pattern = parts.map((part) => `(${patternOf(part)})`).join('');
    const [here, there] = [matchesOf(text, pattern), matchesOf(source, pattern)];
    const nth = here.findIndex((one) => one.start === start);
    const found = here.length === there.length ? there[nth] : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** Where the middle one of three groups stands, each time. */
function matchesOf(text: string, pattern: string): readonly Span[] {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 1: before = '', 2: words = '' }) => {
    const start = index + before.length;
    return { start, end: start + words.length };
  });
}

// How a sign may be written in HTML; in Markdown, a backslash may stand before it.
const ENTITIES: Readonly<Record<string, string>> = {
  ...{
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    '’': 'rsquo',
    '‘': 'lsquo',
    '“': 'ldquo',
    '”': 'rdquo',
  },
  ...{ '–': 'ndash', '—': 'mdash' },
};

const patternOf = (text: string): string => text.replace(/\s+|[^\p{L}\p{N}\s]/gu, signPattern);

function signPattern(sign: string): string {
  if (sign.trim() === '') return '(?:\\s|&nbsp;)+';
  const plain = `\\\\?${/[\x21-\x7e]/.test(sign) ? `\\x${sign.charCodeAt(0).toString(16)}` : sign}`;
  const entity = ENTITIES[sign];
  return entity === undefined ? plain : `(?:${plain}|&${entity};)`;
}

/** Words of a source as words of the draft's format, whatever they hold. */
function escaped(words: string, format: 'markdown' | 'html'): string {
  return format === 'html'
    ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : words.replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}
