import type { Document } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import type { Passage } from '../../domain/passage.ts';
import { embeddingText } from '../../ingest/embedding-text.ts';
import type { Embedder } from '../../ports/embedder.ts';
import { Slots } from './slots.ts';

export const STOPPED = 'The build was stopped; the index is as it was before.';

// A call carries some texts, so that its cost is spread, but few, so that progress is seen and a
// cancelled build stops within a second.
const TEXTS_PER_CALL = 16;
// Passages on their way: enough to keep every worker busy across the seams between files, and well
// under a megabyte of text.
const PASSAGES_IN_FLIGHT = 256;

export interface EmbeddingQueueOptions {
  readonly embedder: Embedder;
  readonly signal: AbortSignal;
  readonly onEmbedded: (passages: number) => void;
}

/** Keeps the embedder busy across files, with a bounded number of passages on their way. */
export class EmbeddingQueue {
  readonly #options: EmbeddingQueueOptions;
  readonly #slots = new Slots(PASSAGES_IN_FLIGHT);

  constructor(options: EmbeddingQueueOptions) {
    this.#options = options;
  }

  /**
   * Resolves once all passages are on their way, which is when there is room for the next file;
   * `vectors` then resolves to one unit-length vector a passage, in order.
   */
  async submit(
    document: Document,
    passages: readonly Passage[],
  ): Promise<{ readonly vectors: Promise<readonly Float32Array[]> }> {
    const calls: Promise<readonly Float32Array[]>[] = [];
    for (let from = 0; from < passages.length; from += TEXTS_PER_CALL) {
      const some = passages.slice(from, from + TEXTS_PER_CALL);
      await this.#slots.take(some.length);
      throwIfAborted(this.#options.signal, STOPPED);
      const texts = some.map((passage) => embeddingText(document, passage));
      const call = this.#embed(texts);
      // Whoever awaits `vectors` gets the error; until then it must not count as unhandled.
      call.catch(() => undefined);
      calls.push(call);
    }
    const vectors = Promise.all(calls).then((lists) => lists.flat());
    vectors.catch(() => undefined);
    return { vectors };
  }

  async #embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const { embedder, signal, onEmbedded } = this.#options;
    try {
      const vectors = await embedder.embed(texts, { kind: 'passage', signal });
      onEmbedded(texts.length);
      return vectors;
    } finally {
      this.#slots.give(texts.length);
    }
  }
}
