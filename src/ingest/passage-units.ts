import type { Document } from '../domain/document.ts';
import { type Span, shiftSpan, sliceSpan } from '../domain/span.ts';
import { sentences } from '../text/sentences.ts';
import { cutSentence } from './cut-sentence.ts';

/** What passages are packed of: a sentence, or a part of one that no window could hold whole. */
export interface PassageUnit extends Span {
  readonly words: number;
  readonly tokens: number;
  /** The heading above it; null where there is none. */
  readonly heading: string | null;
  /** Counts the headings above it, 0 up: units of one section share it. */
  readonly section: number;
  /** Tokens of the headings that stand between it and the unit before. */
  readonly tokensBefore: number;
}

export interface UnitOptions {
  readonly countTokens: (text: string) => number;
  /** Most tokens that a unit under this heading may have. */
  readonly maxTokens: (heading: string | null) => number;
}

/** The units of a document in order, block by block; spans count in `Document.text`. */
export function* passageUnits(document: Document, options: UnitOptions): Iterable<PassageUnit> {
  let heading: string | null = null;
  let section = 0;
  let tokensBefore = 0;
  for (const block of document.blocks) {
    const text = sliceSpan(document.text, block);
    if (block.kind === 'heading') {
      heading = text;
      section++;
      tokensBefore += options.countTokens(text);
      continue;
    }
    for (const span of unitSpans(text, heading, options)) {
      const { start, end, tokens } = shiftSpan(span, block.start);
      const words = wordCount(document.text.slice(start, end));
      yield { start, end, tokens, words, heading, section, tokensBefore };
      tokensBefore = 0;
    }
  }
}

function* unitSpans(
  text: string,
  heading: string | null,
  { countTokens, maxTokens }: UnitOptions,
): Iterable<Span & { readonly tokens: number }> {
  const limit = maxTokens(heading);
  for (const span of sentences(text)) {
    const sentence = sliceSpan(text, span);
    for (const piece of cutSentence(sentence, { countTokens, maxTokens: limit })) {
      yield shiftSpan(piece, span.start);
    }
  }
}

const wordCount = (text: string) => text.match(/\S+/g)?.length ?? 0;
