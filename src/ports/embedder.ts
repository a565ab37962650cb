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

/** One token of a text. */
export interface EmbeddedToken {
  /** As the model spells it, mostly in small letters. */
  readonly text: string;
  /** A later piece of the word that the token before it began. */
  readonly isContinuation: boolean;
}

/** A text's vector and, from the same run, those of its tokens in their context. */
export interface TokenEmbeddings {
  /** As `embed` gives it. */
  readonly vector: Float32Array;
  /** In order, without the model's own marks; none beyond its window. */
  readonly tokens: readonly EmbeddedToken[];
  /** A row of unit length for each token, one after another. */
  readonly rows: Float32Array;
}

/**
 * Text to unit-length vectors. Promises: one vector a text, in the order given; equal text, equal
 * vector, whatever is embedded beside it; questions go ahead of queued passages; an aborted call
 * rejects with `aborted` and leaves the embedder usable.
 */
export interface Embedder {
  readonly model: EmbeddingModel;
  embed(texts: readonly string[], options: EmbedOptions): Promise<readonly Float32Array[]>;
  /** The same promises as `embed`; a text costs `dimensions` floats more for each token. */
  embedTokens(texts: readonly string[], options: EmbedOptions): Promise<readonly TokenEmbeddings[]>;
  /** Tokens of the text, without the model's own start and end marks. */
  countTokens(text: string): number;
  close(): Promise<void>;
}
