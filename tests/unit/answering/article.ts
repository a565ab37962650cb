import type { BlockKind, Document } from '../../../src/domain/document.ts';
import { refOf } from '../../../src/domain/document.ts';
import type { RankedPassage } from '../../../src/domain/passage.ts';
import type { Span } from '../../../src/domain/span.ts';
import { joinBlocks } from '../../../src/ingest/raw-block.ts';

/** A document of these blocks. */
export function article(
  parts: readonly (readonly [BlockKind, string])[],
  more: { readonly id?: string; readonly title?: string } = {},
): Document {
  const id = more.id ?? 'd0000000000000001';
  return {
    id,
    path: `${id}.txt`,
    contentHash: '',
    access: 'public',
    title: more.title ?? 'An article',
    author: null,
    publishedAt: null,
    url: null,
    language: null,
    ...joinBlocks(parts.map(([kind, text]) => ({ kind, text }))),
  };
}

/** A stretch of a document as search ranks it. */
export function passageOf(document: Document, span: Span, rank: number): RankedPassage {
  return {
    ...refOf(document),
    ...span,
    rank,
    text: document.text.slice(span.start, span.end),
    score: 1 / rank,
    trace: {
      passageId: `${document.id}.${rank}`,
      vector: { rank, similarity: 0.5 },
      terms: null,
      fused: 1 / rank,
      nearDuplicates: [],
    },
  };
}
