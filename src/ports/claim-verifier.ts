/** A claim and the part of a source that may support it. */
export interface ClaimPair {
  /** One statement, in its own words; read whole. */
  readonly claim: string;
  /** One to six neighbouring sentences, up to about 130 words; the end of a longer one is cut. */
  readonly source: string;
}

/** How far a source supports a claim: three probabilities, 0 to 1, whose sum is 1. */
export interface SupportScores {
  readonly supports: number;
  /** The source neither supports nor contradicts the claim. */
  readonly saysNothing: number;
  readonly contradicts: number;
}

export interface VerifierModel {
  readonly name: string;
  /** Tokens of claim and source together that reach the scores; what lies beyond is cut off the source. */
  readonly maxTokens: number;
  /** Hash of the model file, its tokenizer and the window. */
  readonly fingerprint: string;
}

export interface VerifyOptions {
  /** True where someone waits for the scores: they go before waiting work that is not; false unless told. */
  readonly urgent?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Judges claims by their sources. Promises: scores in the order of the pairs; equal pair, equal
 * scores, whatever is judged beside it; the claim is never cut, only the end of the source; where
 * nothing of a source is read (it is empty, or the claim alone fills the window), `saysNothing` is 1.
 * An aborted call rejects with `aborted` and leaves the verifier usable; a model that fails rejects
 * with `verifier-failed`; after `close` every call rejects with `aborted`.
 */
export interface ClaimVerifier {
  readonly model: VerifierModel;
  verify(pairs: readonly ClaimPair[], options?: VerifyOptions): Promise<readonly SupportScores[]>;
  close(): Promise<void>;
}
