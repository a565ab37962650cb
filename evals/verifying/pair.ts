/** A claim, a source, and whether people found that the source supports the claim. */
export interface LabelledPair {
  readonly id: string;
  /** Pairs of one group stand or fall together: they are never parted between fitting and judging. */
  readonly group: string;
  readonly claim: string;
  readonly source: string;
  readonly isSupported: boolean;
}

export interface PairSet {
  readonly name: string;
  /** False where the small model was trained on these very pairs: its scores are too good on them. */
  readonly isUnseen: boolean;
  readonly pairs: readonly LabelledPair[];
}
