import type { Feedback } from '../domain/feedback.ts';

/** What a store holds. */
export interface StoredFeedback {
  /** In the order in which they came. */
  readonly entries: readonly Feedback[];
  /** Entries that cannot be read, such as one that a full disk cut off. */
  readonly unreadable: number;
}

/**
 * Where feedback is kept. It only grows: nothing that was said is changed or taken back. `add` resolves
 * when the entry is stored whole, and throws `feedback-full` where it would pass the store's limit,
 * `storage-full` or `storage-failed` where it cannot be written; a failed one leaves the others readable.
 */
export interface FeedbackStore {
  add(entry: Feedback): Promise<void>;
  list(): Promise<StoredFeedback>;
}
