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

/** The weighted sum of a view's features, without the constant. */
export function weigh<View>(features: readonly Feature<View>[], weights: Weights, view: View): number {
  let sum = 0;
  for (const { name, value } of features) sum += (weights[name] ?? 0) * value(view);
  return sum;
}

/** The same sum under two sets of weights, for the cost of one: values are dearer than weights. */
export function weighTwice<View>(
  features: readonly Feature<View>[],
  [first, second]: readonly [Weights, Weights],
  view: View,
): readonly [number, number] {
  let [one, other] = [first['bias'] ?? 0, second['bias'] ?? 0];
  for (const { name, value } of features) {
    const measured = value(view);
    one += (first[name] ?? 0) * measured;
    other += (second[name] ?? 0) * measured;
  }
  return [one, other];
}

/** Share of the words for which `test` holds, 0 to 1. */
export function wordShare(view: BlockView, test: (norm: string) => boolean): number {
  const hits = view.words.filter(({ norm }) => test(norm)).length;
  return hits / Math.max(1, view.words.length);
}
