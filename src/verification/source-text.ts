import type { Document } from '../domain/document.ts';
import type { Span } from '../domain/span.ts';
import { compareTokens, type Token } from './compare-tokens.ts';
import { stemsWithOtherNames } from './short-names.ts';

/** A stretch of a document, at most a window long, with its words; their offsets count in its text. */
export interface SourceSentence {
  /** Counts in `Document.text`. */
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly stems: ReadonlySet<string>;
  /** Words as blanks part them: what the length of a window is counted in. */
  readonly wordCount: number;
}

/** What a claim is held against: sentences of one document, in order. */
export interface SourceText {
  readonly document: Document;
  readonly sentences: readonly SourceSentence[];
}

/** Words of a window: with the claim they fit what the model reads. */
export const WINDOW_WORDS = 130;

/** Reads the sentences of a document that a claim may be held against. A sentence longer than a window is cut. */
export function readSource(document: Document, spans: readonly Span[]): SourceText {
  const sentences = spans
    .flatMap((span) => cutLong(document.text, span))
    .map((span) => {
      const text = document.text.slice(span.start, span.end);
      const tokens = compareTokens(text);
      return {
        span,
        text,
        tokens,
        stems: stemsWithOtherNames(
          text,
          tokens.map(({ stem }) => stem),
        ),
        wordCount: wordsOf(text).length,
      };
    });
  return { document, sentences };
}

const wordsOf = (text: string) => [...text.matchAll(/\S+/gu)];

function cutLong(text: string, span: Span): Span[] {
  if (span.end - span.start <= WINDOW_WORDS) return [span];
  const words = wordsOf(text.slice(span.start, span.end));
  const pieces: Span[] = [];
  for (let from = 0; from < words.length; from += WINDOW_WORDS) {
    const last = words[Math.min(from + WINDOW_WORDS, words.length) - 1];
    const first = words[from];
    if (first === undefined || last === undefined) break;
    pieces.push({ start: span.start + first.index, end: span.start + last.index + last[0].length });
  }
  return pieces;
}
