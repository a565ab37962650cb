import type { Document } from '../domain/document.ts';
import type { RankedPassage } from '../domain/passage.ts';
import { type Span, sliceSpan, spansOverlap } from '../domain/span.ts';
import { reportedEnd } from '../text/instructions.ts';
import { outlineAround } from './outline.ts';

/** A passage under the number by which a written sentence cites it. */
export interface NumberedPassage {
  /** 1-based, in order of rank. */
  readonly number: number;
  readonly passage: RankedPassage;
  readonly document: Document;
  /** The sentences of the passage that report something; they count in `document.text`. */
  readonly sentences: readonly Span[];
}

/**
 * The passages that a model may write from, best first, as far as `maxChars` of their text reach; the
 * first is always among them. Instructions to a machine and what an article says behind one are no part of
 * them; a passage that holds nothing else is left out.
 */
export function numberPassages(
  passages: readonly RankedPassage[],
  documents: ReadonlyMap<string, Document>,
  { maxChars }: { readonly maxChars: number },
): NumberedPassage[] {
  const numbered: NumberedPassage[] = [];
  let chars = 0;
  for (const passage of passages) {
    const document = documents.get(passage.documentId);
    if (document === undefined) continue;
    const sentences = sentencesIn(document, passage);
    chars += passage.text.length;
    if (sentences.length === 0 || (numbered.length > 0 && chars > maxChars)) continue;
    numbered.push({ number: numbered.length + 1, passage, document, sentences });
  }
  return numbered;
}

/** The words of a passage that the model reads. */
export function passageWords({ document, sentences }: NumberedPassage): string {
  return sentences.map((span) => sliceSpan(document.text, span)).join(' ');
}

function sentencesIn(document: Document, passage: RankedPassage): Span[] {
  const end = reportedEnd(document.text, passage.end);
  return outlineAround(document, [passage])
    .map(({ span }) => span)
    .filter((span) => spansOverlap(span, passage) && span.end <= end);
}
