/** What the program expects in a model folder. Pinned so that a changed file is always noticed. */
export interface PinnedModel {
  readonly name: string;
  /** Window of the model in tokens, its own marks included. */
  readonly windowTokens: number;
  /** Tokens of the window that the model's own marks take. */
  readonly markTokens: number;
  /** `mean`: of all token vectors; `head`: the model has its own. */
  readonly pooling: 'mean' | 'head';
  /** SHA-256, lower-case hex, by path inside the folder. */
  readonly files: Readonly<Record<string, string>>;
}
