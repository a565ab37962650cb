import type { DocumentId } from './document.ts';
import type { Span } from './span.ts';

/** Whose page it came from: the newsroom's own, or that of a site's reader. */
export const FEEDBACK_ORIGINS = ['desk', 'public'] as const;
export type FeedbackOrigin = (typeof FEEDBACK_ORIGINS)[number];

/** A place that an answer rested on, without its words. */
export interface CitedPlace extends Span {
  readonly documentId: DocumentId;
}

/** What a reader thinks of one answer. It holds nothing of who the reader is. */
export interface Feedback {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly from: FeedbackOrigin;
  readonly question: string;
  /** The answer as it was shown. */
  readonly answerText: string;
  readonly helpful: boolean;
  /** In the reader's own words; absent where none came. */
  readonly reason?: string;
  readonly cites: readonly CitedPlace[];
}
