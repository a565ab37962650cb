import type { Embedder } from '../../src/ports/embedder.ts';

/** Stands in for the embedder where only words are searched: one direction for every text. */
export const noVectors: Embedder = {
  model: { name: 'none', dimensions: 8, maxTokens: 256, fingerprint: 'no-vectors-1' },
  embed: async (texts) => texts.map(() => Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0)),
  embedTokens: async (texts) =>
    texts.map(() => ({
      vector: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
      tokens: [],
      rows: new Float32Array(),
    })),
  // The product's tokenizer makes about four tokens of three words.
  countTokens: (text) => Math.ceil((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) * 1.35),
  close: async () => {},
};
