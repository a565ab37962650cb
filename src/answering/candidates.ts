import type { Document } from '../domain/document.ts';
import type { RankedPassage } from '../domain/passage.ts';
import { type Span, spansOverlap } from '../domain/span.ts';
import { isPageTalk } from '../text/page-talk.ts';
import { outlineAround, type Sentence } from './outline.ts';
import type { Reading } from './reading.ts';

/** A sentence that could be cited, with what stands around it. */
export interface Candidate {
  readonly document: Document;
  readonly span: Span;
  readonly text: string;
  /** The best ranked passage that holds it. */
  readonly passage: RankedPassage;
  readonly kind: Sentence['kind'];
  readonly sentence: Reading;
  /** The sentence before it in the document; null for the first. */
  readonly before: string | null;
  /** The sentences before and after in the document, and the line that leads into its list. */
  readonly around: readonly Reading[];
  /** Title of the document and the nearest heading above. */
  readonly titles: Reading;
}

/**
 * Candidate sentences of the passages, in rank order and reading order within a passage: whole
 * sentences of running text, list items, quotations and captions. Headings are never cited, nor are
 * rows of tables, which say nothing without their header, nor what a publication says of itself. A
 * sentence that two passages share comes once, with the better one.
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
    const spans = passages.filter(({ documentId }) => documentId === document.id);
    const outline = outlines.get(document.id) ?? outlineAround(document, spans);
    outlines.set(document.id, outline);
    return outline.flatMap((sentence, index) => {
      if (seen.has(sentence) || !spansOverlap(sentence.span, passage) || !isCitable(sentence)) return [];
      seen.add(sentence);
      return [candidateOf(outline, index, { document, passage, sentence })];
    });
  });
}

interface Found {
  readonly document: Document;
  readonly passage: RankedPassage;
  readonly sentence: Sentence;
}

function candidateOf(outline: readonly Sentence[], index: number, found: Found): Candidate {
  const { document, passage, sentence } = found;
  const { span, text, kind } = sentence;
  const around = [outline[index - 1]?.reading, outline[index + 1]?.reading, sentence.leadIn];
  return {
    document,
    passage,
    span,
    text,
    kind,
    sentence: sentence.reading(),
    before: outline[index - 1]?.text ?? null,
    around: around.flatMap((reading) => (reading === undefined || reading === null ? [] : [reading()])),
    titles: sentence.titles(),
  };
}

// Fewer words make no statement that a reader could check.
const LEAST_WORDS = 3;

function isCitable({ kind, text }: Sentence): boolean {
  const isStatement = kind !== 'table-row' && !text.includes('\n') && text.split(/\s+/).length >= LEAST_WORDS;
  return isStatement && !isPageTalk(text);
}
