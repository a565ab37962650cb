import type { Draft, DraftFormat, DraftSource } from '../domain/draft.ts';

/**
 * A draft's source made text. Promises: plain text comes back as it is; of other formats all words that a
 * reader would see, and where they link to; never throws for what a person can write.
 */
export interface DraftReader {
  read(source: string, format: DraftFormat): Draft;
}

/**
 * A docx file made what the desk takes. Promises bounds on time and memory whatever the bytes; throws
 * `invalid-input` for bytes that are no such file, `limit-exceeded` for one that passes a bound, `aborted`.
 */
export interface DocxReader {
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<DraftSource>;
}
