import type { SupportScores } from '../ports/claim-verifier.ts';
import type { PartWindow, SourceReading } from './source-reading.ts';

/** What the model says of one sentence of a claim: by the window that supports it most. */
export interface PartScore {
  readonly window: PartWindow;
  readonly scores: SupportScores;
}

/** The best window of each part that was asked about, in their order; `scores` as `reading.windows`. */
export function bestOfParts(
  { parts, windows }: SourceReading,
  scores: readonly SupportScores[],
): PartScore[] {
  const scored = windows.flatMap((window, index) => {
    const one = scores[index];
    return one === undefined ? [] : [{ window, scores: one }];
  });
  return parts.flatMap(({ part }) => {
    const own = scored.filter(({ window }) => window.part === part);
    const best = own.toSorted((a, b) => b.scores.supports - a.scores.supports)[0];
    return best === undefined ? [] : [best];
  });
}
