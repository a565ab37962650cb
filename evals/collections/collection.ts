import type { Judgements } from '../metrics.ts';

/** One text of a judged set, as a newsroom would have it in a file. */
export interface CollectionText {
  readonly id: string;
  readonly title: string | null;
  /** Paragraphs parted by a blank line. */
  readonly text: string;
  /** ISO 8601 date. */
  readonly publishedAt: string | null;
}

export interface CollectionQuestion {
  readonly id: string;
  readonly question: string;
  /** Gain by text id. */
  readonly judged: Judgements;
}

/** A judged set: texts and questions whose relevant texts are known. */
export interface Collection {
  readonly name: string;
  readonly texts: readonly CollectionText[];
  readonly questions: readonly CollectionQuestion[];
}
