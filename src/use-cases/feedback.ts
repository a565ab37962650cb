import type { Feedback, FeedbackOrigin } from '../domain/feedback.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedbackStore, StoredFeedback } from '../ports/feedback-store.ts';
import { LIMITS } from './desk.ts';

/** What a page sends: the store adds when it came and from where. */
export type FeedbackGiven = Omit<Feedback, 'at' | 'from'>;

/** Where readers leave what they think of answers, and the newsroom reads it. */
export interface FeedbackBox {
  /** Throws as `FeedbackStore.add` does. Limits are for the border to check. */
  give(given: FeedbackGiven, from: FeedbackOrigin): Promise<void>;
  list(): Promise<FeedbackList>;
}

export interface FeedbackList extends StoredFeedback {
  /** Newest first. */
  readonly entries: readonly Feedback[];
  readonly counts: { readonly total: number; readonly helpful: number; readonly unhelpful: number };
}

/** Lengths in UTF-16 units. */
export const FEEDBACK_LIMITS = {
  questionChars: LIMITS.questionChars,
  // Answers of one to four sentences have some hundred; written ones some thousand.
  answerChars: 20_000,
  reasonChars: 500,
  cites: 100,
} as const;

export interface FeedbackDeps {
  readonly store: FeedbackStore;
  readonly clock: Pick<Clock, 'now'>;
}

export function createFeedbackBox({ store, clock }: FeedbackDeps): FeedbackBox {
  return {
    give: (given, from) => store.add({ at: clock.now(), from, ...given }),
    async list() {
      const { entries, unreadable } = await store.list();
      const helpful = entries.filter((entry) => entry.helpful).length;
      const counts = { total: entries.length, helpful, unhelpful: entries.length - helpful };
      return { entries: entries.toReversed(), unreadable, counts };
    },
  };
}
