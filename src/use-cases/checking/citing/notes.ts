import type { Draft } from '../../../domain/draft.ts';
import { type Span, spanContains } from '../../../domain/span.ts';

/** A footnote, or a line of a list of sources; the span holds its label too. */
export interface Note extends Span {
  /** `1` of `[1]`, `lib` of `[^lib]`; null for a source without one. */
  readonly label: string | null;
}

// A line that is nothing but the name of such a list.
const HEADING =
  /^[#*_\s]*(?:sources?|references?|notes?|footnotes?|endnotes?|bibliography|works cited|further reading|links?)[*_\s]*:?[*_\s]*$/iu;

// `[1] …`, `[^1]: …`, and under the heading of a list `1. …`, `1) …` and `- …` too.
const MARKED = /^\s*(?:\[\^?([\w-]{1,80})\]:?|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}))\s+\S/u;
const NUMBERED = /^\s*\(?(\d{1,3})[.)]\s+\S/u;

/**
 * The notes of a draft: lines that begin with a mark that stands in the text before them too, items of the
 * text's own footnotes, and all lines under a last heading such as "Sources".
 */
export function draftNotes(draft: Draft): Note[] {
  const lines = linesOf(draft.text);
  const list = sourceList(draft, lines);
  const marked = lines.flatMap((line) => {
    const label = labelOf(MARKED.exec(draft.text.slice(line.start, line.end)));
    return label !== null && isUsedBefore(draft.text, label, line) ? [{ ...line, label }] : [];
  });
  const linked = draft.anchors.filter(({ name, start, end }) =>
    draft.links.some(({ target, start: from }) => target === `#${name}` && (from < start || from >= end)),
  );
  // A link to a heading of the draft is no footnote: that would have a mark.
  const noted = linked.filter(({ name, start }) =>
    draft.links.some((link) => link.target === `#${name}` && link.start < start && isMark(draft.text, link)),
  );
  const all = [...marked, ...noted.map(({ start, end }) => ({ start, end, label: null })), ...list];
  return all
    .filter((note, index) => !all.some((other, at) => at < index && spanContains(other, note)))
    .sort((a, b) => a.start - b.start);
}

const isMark = (text: string, { start, end }: Span) =>
  /^\[?\^?[\w*†‡-]{1,5}\]?$/u.test(text.slice(start, end).trim());

const labelOf = (match: RegExpExecArray | null) =>
  match === null ? null : plainLabel(match[1] ?? match[2] ?? '');

/** `12` of `¹²`: compatibility form. */
export function plainLabel(label: string): string {
  return label.normalize('NFKC');
}

function isUsedBefore(text: string, label: string, { start }: Span): boolean {
  const before = text.slice(0, start);
  if (before.includes(`[${label}]`) || before.includes(`[^${label}]`)) return true;
  const raised = label.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
  // Within a group of marks, such as `[1, 3]` or `[1–3]`.
  return (raised !== label && before.includes(raised)) || /\[\d{1,3}\s?[,–-]\s?\d{1,3}/.test(before);
}

function sourceList(draft: Draft, lines: readonly Span[]): Note[] {
  const at = lines.findLastIndex((line) => HEADING.test(draft.text.slice(line.start, line.end)));
  if (at === -1) return [];
  const below = lines.slice(at + 1);
  // A chapter that is called "Notes" and goes on in prose is none.
  if (below.length === 0 || below.some(({ start, end }) => end - start > MAX_NOTE_CHARS)) return [];
  const heading = lines[at];
  const items = below.map((line) => ({ ...line, label: listLabel(draft, line) }));
  return heading === undefined ? items : [{ ...heading, label: null }, ...items];
}

/** Author, title, outlet, date and address together; a paragraph of prose is longer. */
const MAX_NOTE_CHARS = 400;

function listLabel({ text, items }: Draft, line: Span): string | null {
  const words = text.slice(line.start, line.end);
  const label = labelOf(MARKED.exec(words)) ?? NUMBERED.exec(words)?.[1] ?? null;
  return (
    label ?? items.find(({ start }) => start >= line.start && start < line.end)?.number.toString() ?? null
  );
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}
