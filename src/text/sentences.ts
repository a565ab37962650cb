import type { Span } from '../domain/span.ts';

// After these a full stop does not end a sentence, whatever follows.
const TITLES = new Set(
  'mr mrs ms mx dr prof st gen col lt sgt capt cmdr adm maj brig gov sen rep rev hon pres min amb sr jr fr no nos vs v art fig vol pp ed al approx dept est'.split(
    ' ',
  ),
);
const MONTHS = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
// After these a full stop ends a sentence only before a word that opens one.
const OPENERS = new Set(
  'the a an he she it they we i in on at but and this that these those his her its their as for after before when while if however meanwhile'.split(
    ' ',
  ),
);

// An end mark with the quotes and brackets that close after it, then white space or the end.
const END = /(?:[.!?…]+|[。！？]+)["'”’»)\]]*(?=\s|$)/gu;

/**
 * Sentence spans of one text, trimmed, in order, never overlapping; a line break of two or more
 * ends a sentence, and so does a single one where `singleBreaks` says that lines are paragraphs.
 */
export function sentences(text: string, options: { readonly singleBreaks?: boolean } = {}): Span[] {
  const breaks = options.singleBreaks === false ? /\n\s*\n/g : /\n+/g;
  const spans: Span[] = [];
  let from = 0;
  for (const match of [...text.matchAll(breaks), null]) {
    const to = match?.index ?? text.length;
    splitLine(text, { start: from, end: to }, spans);
    from = match === null ? to : match.index + match[0].length;
  }
  return spans;
}

function splitLine(text: string, line: Span, spans: Span[]): void {
  const part = text.slice(line.start, line.end);
  let from = 0;
  for (const match of part.matchAll(END)) {
    const to = match.index + match[0].length;
    if (!endsSentence(part, match.index, to)) continue;
    pushTrimmed(text, { start: line.start + from, end: line.start + to }, spans);
    from = to;
  }
  pushTrimmed(text, { start: line.start + from, end: line.end }, spans);
}

function pushTrimmed(text: string, span: Span, spans: Span[]): void {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}

function endsSentence(part: string, mark: number, to: number): boolean {
  const after = part.slice(to).trimStart();
  if (after === '') return true;
  // Lower case goes on with the sentence: `"Stop!" he said`, `approx. 40`.
  if (/^\p{Ll}/u.test(after)) return false;
  if (part[mark] !== '.' || part[mark + 1] === '.') return true;
  const before = part.slice(0, mark);
  const word = /([\p{L}\p{N}.]+)$/u.exec(before)?.[1] ?? '';
  const lower = word.toLowerCase();
  if (TITLES.has(lower)) return false;
  if (MONTHS.has(lower)) return !/^\p{N}/u.test(after);
  const isInitials = /^(?:\p{L}\.)*\p{L}$/u.test(word) && /\p{Lu}/u.test(word);
  if (!isInitials) return true;
  const next = /^["'“‘(]?([\p{L}\p{N}]+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  return word.length > 1 && OPENERS.has(next);
}
