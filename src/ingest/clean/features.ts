import type { BlockView } from './block-view.ts';

/** One measured trait of a block. */
export interface Feature<View> {
  readonly name: string;
  /**
   * What more of it can mean: 1 content, -1 furniture, 0 either. Training keeps to it, so that no weight
   * contradicts its meaning by an accident of the training pages.
   */
  readonly sign: 1 | 0 | -1;
  /**
   * How far from 0 in the direction of its sign its weight is at least; 0 unless told. For traits that the
   * training pages show too rarely, or in too odd a page, to be learnt.
   */
  readonly least?: number;
  /** 0 to 1, or near it. */
  readonly value: (view: View) => number;
}

export const yes = (condition: boolean): number => (condition ? 1 : 0);
export const upTo1 = (value: number): number => Math.min(1, value);

/** Weights by feature name, and the constant under `bias`. */
export type Weights = Readonly<Record<string, number>>;

/** The weighted sum of a view's features: above 0 content, below 0 furniture. */
export function weigh<View>(features: readonly Feature<View>[], weights: Weights, view: View): number {
  let sum = weights['bias'] ?? 0;
  for (const { name, value } of features) sum += (weights[name] ?? 0) * value(view);
  return sum;
}

/** Share of the words for which `test` holds, 0 to 1. */
export function wordShare(view: BlockView, test: (norm: string) => boolean): number {
  const hits = view.words.filter(({ norm }) => test(norm)).length;
  return hits / Math.max(1, view.words.length);
}
