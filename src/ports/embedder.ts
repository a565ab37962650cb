/** Models may encode the two differently; the answer must too when they do. */
export type EmbeddingKind = 'question' | 'passage';

export interface EmbeddingModel {
  readonly name: string;
  readonly dimensions: number;
  /** Tokens of a text that reach the vector; what lies beyond is cut. */
  readonly maxTokens: number;
  /** Hash of the model file, its tokenizer and the pooling. */
  readonly fingerprint: string;
}

export interface EmbedOptions {
  readonly kind: EmbeddingKind;
  readonly signal?: AbortSignal;
}

/**
 * Text to unit-length vectors. Promises: one vector a text, in the order given; equal text, equal
 * vector, whatever is embedded beside it; questions go ahead of queued passages; an aborted call
 * rejects with `aborted` and leaves the embedder usable.
 */
export interface Embedder {
  readonly model: EmbeddingModel;
  embed(texts: readonly string[], options: EmbedOptions): Promise<readonly Float32Array[]>;
  /** Tokens of the text, without the model's own start and end marks. */
  countTokens(text: string): number;
  close(): Promise<void>;
}
