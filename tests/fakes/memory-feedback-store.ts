import { CitedeskError } from '../../src/domain/errors.ts';
import type { Feedback } from '../../src/domain/feedback.ts';
import type { FeedbackStore } from '../../src/ports/feedback-store.ts';

/** Feedback in memory, counted in bytes as a file of JSON lines would be. */
export function createMemoryFeedbackStore(maxBytes = Number.POSITIVE_INFINITY): FeedbackStore {
  const entries: Feedback[] = [];
  let bytes = 0;
  return {
    async add(entry) {
      const more = Buffer.byteLength(JSON.stringify(entry)) + 1;
      if (bytes + more > maxBytes) throw new CitedeskError('feedback-full', 'There is no more room.');
      bytes += more;
      entries.push(entry);
    },
    list: async () => ({ entries, unreadable: 0 }),
  };
}
