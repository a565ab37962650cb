import { join } from 'node:path';
import { createFeedbackFile } from '../adapters/storage/feedback-file.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { createFeedbackBox, type FeedbackBox } from '../use-cases/feedback.ts';
import type { Config } from './config.ts';

/** Feedback beside the generations of the index: builds, rebuilds among them, leave it as it is. */
export function feedbackBeside({ index }: Pick<Config, 'index'>): FeedbackBox {
  return createFeedbackBox({
    store: createFeedbackFile({ path: join(index, 'feedback.jsonl') }),
    clock: systemClock,
  });
}
