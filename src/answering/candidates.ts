import type { Block, Document } from '../domain/document.ts';
import type { RankedPassage } from '../domain/passage.ts';
import { type Span, shiftSpan, sliceSpan, spanContains, spansOverlap } from '../domain/span.ts';
import { type NameMention, names } from '../text/names.ts';
import { sentences } from '../text/sentences.ts';
import { type Reading, readText } from './reading.ts';

/** A sentence that could be cited, with what stands around it. */
export interface Candidate {
  readonly document: Document;
  readonly span: Span;
  readonly text: string;
  /** The best ranked passage that holds it. */
  readonly passage: RankedPassage;
  readonly kind: Block['kind'];
  readonly sentence: Reading;
  /** The sentences before and after in the document, and the line that leads into its list. */
  readonly around: readonly Reading[];
  /** Title of the document and the nearest heading above. */
  readonly titles: Reading;
}

interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly kind: Block['kind'];
  readonly heading: string;
  readonly leadIn: string;
  readonly reading: () => Reading;
}

/**
 * Candidate sentences of the passages, in rank order and reading order within a passage: whole
 * sentences of running text, list items, quotations and captions. Headings are never cited, nor are
 * rows of tables, which say nothing without their header. A sentence that two passages share comes
 * once, with the better one.
 */
export function candidateSentences(
  passages: readonly RankedPassage[],
  documents: ReadonlyMap<string, Document>,
): Candidate[] {
  const outlines = new Map<string, readonly Sentence[]>();
  const seen = new Set<Sentence>();
  return passages.flatMap((passage) => {
    const document = documents.get(passage.documentId);
    if (document === undefined) return [];
    const outline = outlines.get(document.id) ?? outlineOf(document);
    outlines.set(document.id, outline);
    return outline.flatMap((sentence, index) => {
      if (seen.has(sentence) || !spansOverlap(sentence.span, passage) || !isCitable(sentence)) return [];
      seen.add(sentence);
      return [candidateOf(outline, index, { document, passage, sentence })];
    });
  });
}

function candidateOf(
  outline: readonly Sentence[],
  index: number,
  {
    document,
    passage,
    sentence,
  }: { readonly document: Document; readonly passage: RankedPassage; readonly sentence: Sentence },
): Candidate {
  const [before, after] = [outline[index - 1], outline[index + 1]];
  const around = [before?.reading(), after?.reading()].filter((one) => one !== undefined);
  return {
    document,
    passage,
    span: sentence.span,
    text: sentence.text,
    kind: sentence.kind,
    sentence: sentence.reading(),
    around: sentence.leadIn === '' ? around : [...around, readText(sentence.leadIn)],
    titles: readText(`${document.title}\n\n${sentence.heading}`),
  };
}

// Fewer words make no statement that a reader could check.
const LEAST_WORDS = 3;

function isCitable({ kind, text }: Sentence): boolean {
  return kind !== 'table-row' && !text.includes('\n') && text.split(/\s+/).length >= LEAST_WORDS;
}

/** Sentences of a document in order, headings left out. */
function outlineOf(document: Document): Sentence[] {
  const found: Sentence[] = [];
  let heading = '';
  let leadIn = '';
  for (const block of document.blocks) {
    const text = sliceSpan(document.text, block);
    if (block.kind === 'heading') {
      heading = text;
      leadIn = '';
      continue;
    }
    if (block.kind !== 'list-item') leadIn = text.endsWith(':') ? text : '';
    found.push(...blockSentences(block, text, { heading, leadIn: block.kind === 'list-item' ? leadIn : '' }));
  }
  return found;
}

function blockSentences(
  block: Block,
  text: string,
  context: { readonly heading: string; readonly leadIn: string },
): Sentence[] {
  const inBlock = once(() => names(text));
  return sentences(text)
    .map((found) => withoutBullet(text, found))
    .map((inner) => ({
      ...context,
      kind: block.kind,
      span: shiftSpan(inner, block.start),
      text: sliceSpan(text, inner),
      reading: once(() => readText(sliceSpan(text, inner), namesWithin(inBlock(), inner))),
    }));
}

// A list mark is the page's, not the sentence's.
function withoutBullet(text: string, span: Span): Span {
  const mark = /^[•▪◦·*–—-]\s+/.exec(sliceSpan(text, span))?.[0] ?? '';
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
