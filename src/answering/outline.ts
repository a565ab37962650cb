import type { Block, Document } from '../domain/document.ts';
import { type Span, shiftSpan, sliceSpan, spanContains, spansOverlap } from '../domain/span.ts';
import { type NameMention, names } from '../text/names.ts';
import { sentences } from '../text/sentences.ts';
import { type Reading, readText } from './reading.ts';

/** A sentence in its place. Readings are made when they are asked for. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly kind: Block['kind'];
  readonly reading: () => Reading;
  /** Title of the document and the nearest heading above. */
  readonly titles: () => Reading;
  /** The line that leads into the list that it is an item of; null for others. */
  readonly leadIn: (() => Reading) | null;
}

// What stands further from a passage than this is not read, so that a book costs no more than a page.
const REACH_CHARS = 2_000;

interface Place {
  readonly titles: () => Reading;
  readonly leadIn: (() => Reading) | null;
}

/** The sentences of a document in and around the given spans, in order, headings left out. */
export function outlineAround(document: Document, spans: readonly Span[]): Sentence[] {
  const near = spans.map(({ start, end }) => ({ start: start - REACH_CHARS, end: end + REACH_CHARS }));
  const found: Sentence[] = [];
  let titles = once(() => readText(document.title));
  let leadIn: (() => Reading) | null = null;
  for (const block of document.blocks) {
    const text = sliceSpan(document.text, block);
    if (block.kind === 'heading') {
      titles = once(() => readText(`${document.title}\n\n${text}`));
      leadIn = null;
      continue;
    }
    const isItem = block.kind === 'list-item';
    if (!isItem) leadIn = text.endsWith(':') ? once(() => readText(text)) : null;
    for (const part of partsNear(block, near)) {
      found.push(...sentencesOf(document, part, { titles, leadIn: isItem ? leadIn : null }));
    }
  }
  return found;
}

/** The stretch of a block that lies near the spans: mostly all of it or nothing. */
function partsNear(block: Block, near: readonly Span[]): Block[] {
  const close = near.filter((span) => spansOverlap(block, span));
  if (close.length === 0) return [];
  const start = Math.max(block.start, Math.min(...close.map((span) => span.start)));
  const end = Math.min(block.end, Math.max(...close.map((span) => span.end)));
  return [{ kind: block.kind, start, end }];
}

function sentencesOf(document: Document, part: Block, place: Place): Sentence[] {
  const text = sliceSpan(document.text, part);
  const mentions = once(() => names(text));
  return sentences(text)
    .map((found) => withoutMark(text, found))
    .map((inner) => ({
      ...place,
      kind: part.kind,
      span: shiftSpan(inner, part.start),
      text: sliceSpan(text, inner),
      reading: once(() => readText(sliceSpan(text, inner), namesWithin(mentions(), inner))),
    }));
}

// "CAIRO, 8 May 2025 (Agency) - ": where and when the article was filed; the page shows its date anyway.
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,\s[^–—-]{2,30}?)?(?:\s\([^)]{2,30}\))?\s(?:[–—]|--?)\s(?=[\p{Lu}\p{N}"“‘'])/u;
const LIST_MARK = /^[•▪◦·*–—-]\s+/;

// A list mark is the page's, not the sentence's; nor is a dateline.
function withoutMark(text: string, span: Span): Span {
  const inner = sliceSpan(text, span);
  const mark = (LIST_MARK.exec(inner) ?? (span.start === 0 ? DATELINE.exec(inner) : null))?.[0] ?? '';
  return { start: span.start + mark.length, end: span.end };
}

// The whole block tells which capital that opens a sentence is a name.
function namesWithin(mentions: readonly NameMention[], inner: Span): NameMention[] {
  return mentions.filter((one) => spanContains(inner, one)).map((one) => shiftSpan(one, -inner.start));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
