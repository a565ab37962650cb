import type { Draft, DraftFormat } from '../domain/draft.ts';

/**
 * A draft's source made text. Promises: plain text comes back as it is; of other formats all words that a
 * reader would see, and where they link to; never throws for what a person can write.
 */
export interface DraftReader {
  read(source: string, format: DraftFormat): Draft;
}
