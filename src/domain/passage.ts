import type { DocumentId, Ref } from './document.ts';
import type { Span } from './span.ts';

/** `<documentId>.<ordinal>`. */
export type PassageId = string;

/** A run of whole sentences of one document that fits the embedder's token window. */
export interface Passage extends Span {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  /** 0-based place among the passages of its document. */
  readonly ordinal: number;
  /** The nearest heading above the passage, as context for search; null where there is none. */
  readonly heading: string | null;
}

/** A passage with its words: `text === document.text.slice(start, end)`. */
export interface PassageText extends Passage {
  readonly text: string;
}

/** Why a passage stands where it stands. Ranks are 1-based; null: not in that list. */
export interface RankTrace {
  readonly passageId: PassageId;
  readonly vector: { readonly rank: number; readonly similarity: number } | null;
  readonly terms: { readonly rank: number; readonly score: number } | null;
  /** Both lists in one, 0 to 1; with the article around the passage it makes the score. */
  readonly fused: number;
  /** Passages of other documents that say the same and were folded into this one. */
  readonly nearDuplicates: readonly Ref[];
}

export interface RankedPassage extends Ref, Span {
  /** 1-based. */
  readonly rank: number;
  readonly text: string;
  readonly score: number;
  readonly trace: RankTrace;
}

export interface RankedDocument extends Ref {
  /** 1-based. */
  readonly rank: number;
  /** Score of its best passage. */
  readonly score: number;
}

export interface SearchResult {
  readonly question: string;
  readonly passages: readonly RankedPassage[];
  readonly documents: readonly RankedDocument[];
}
