import type { Document } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';

/** What is embedded for a passage: the document's title, the heading above it, and its words. */
export function embeddingText(document: Document, passage: Passage): string {
  const text = document.text.slice(passage.start, passage.end);
  const context = [document.title, passage.heading].filter((part) => part !== null && part !== '');
  return [...new Set(context), text].join('\n');
}
