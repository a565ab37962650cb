import type { Document } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';
import type { Span } from '../domain/span.ts';
import { sentences } from '../text/sentences.ts';

export const SPLITTER = 'sentences/0';

/** First version: whole sentences up to the window, one of overlap. */
export function splitPassages(
  document: Document,
  options: { readonly countTokens: (text: string) => number; readonly maxTokens: number },
): Passage[] {
  const budget = options.maxTokens - 2 - 40;
  const passages: Passage[] = [];
  let heading: string | null = null;
  let open: (Span & { tokens: number; heading: string | null })[] = [];
  const flush = (keep: number) => {
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined) return;
    const ordinal = passages.length;
    passages.push({
      id: `${document.id}.${ordinal}`,
      documentId: document.id,
      ordinal,
      heading: first.heading,
      start: first.start,
      end: last.end,
    });
    open = keep > 0 && open.length > keep ? open.slice(-keep) : [];
  };
  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end);
    if (block.kind === 'heading') {
      flush(0);
      heading = text;
      continue;
    }
    for (const span of sentences(text)) {
      const tokens = options.countTokens(text.slice(span.start, span.end));
      let total = open.reduce((sum, sentence) => sum + sentence.tokens, 0);
      if (open.length > 0 && total + tokens > budget) flush(1);
      total = open.reduce((sum, sentence) => sum + sentence.tokens, 0);
      if (total + tokens > budget) open = [];
      open.push({ start: block.start + span.start, end: block.start + span.end, tokens, heading });
    }
  }
  flush(0);
  return passages;
}
