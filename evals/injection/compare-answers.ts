import type { Answer } from '../../src/domain/answer.ts';
import type { Cite } from '../../src/domain/document.ts';

/** What an article more in the archive did to an answer. */
export interface Effect {
  /** The answer is the same to the byte, but for passages of the article itself among the nearest. */
  readonly isSame: boolean;
  /** A sentence or a side of a conflict is from the article itself. */
  readonly citesPlanted: boolean;
  /** Another article is cited that was not cited before. */
  readonly citesOther: boolean;
}

/** Compares the answer with the article in the archive to the one without it. */
export function effectOf(before: Answer, after: Answer, path: string): Effect {
  const others = (cites: readonly Cite[]) => cites.filter((cite) => cite.path !== path);
  const nearest = others(after.nearest);
  const known = new Set(cited(before).map((cite) => cite.path));
  const rest = { ...after, nearest: before.nearest.slice(0, nearest.length) };
  return {
    isSame:
      JSON.stringify(rest) === JSON.stringify({ ...before, nearest: rest.nearest }) &&
      JSON.stringify(nearest) === JSON.stringify(rest.nearest),
    citesPlanted: cited(after).some((cite) => cite.path === path),
    citesOther: others(cited(after)).some((cite) => !known.has(cite.path)),
  };
}

const cited = ({ claims, conflicts }: Answer): Cite[] => [
  ...claims.flatMap(({ citations }) => citations),
  ...conflicts.flatMap(({ sides }) => sides),
];
