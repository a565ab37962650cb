import { type Findings, settledByRules } from '../../src/verification/combine.ts';
import { windowCoverage } from '../../src/verification/features.ts';
import { bearsOut } from '../../src/verification/verdicts.ts';
import type { LabelledPair } from './pair.ts';

/** A pair with what each checker makes of it: support, 0 to 1. */
export interface JudgedPair {
  readonly isSupported: boolean;
  /** Share of the claim's content words that the source holds. */
  readonly overlap: number;
  /** Rules alone. */
  readonly rules: number;
  /** The small model alone: its largest "supports". */
  readonly model: number;
  readonly combined: number;
}

/** `combined`: the score of the whole judgement. */
export function judgePair({ isSupported }: LabelledPair, findings: Findings, combined: number): JudgedPair {
  const { claim, reading, scores } = findings;
  const overlap = windowCoverage(claim, reading);
  const settled = settledByRules(findings);
  // The model is not asked about what stands there word for word.
  const isVerbatim = scores.length === 0 && settled?.verdict === 'supported';
  return {
    isSupported,
    overlap,
    rules: settled?.score ?? (areBorneOut(findings) ? 0.7 : overlap * 0.49),
    model: isVerbatim ? 1 : Math.max(0, ...scores.map(({ supports }) => supports)),
    combined,
  };
}

const areBorneOut = ({ reading }: Findings) =>
  reading.parts.every(({ readings }) => readings.some((one) => bearsOut(one)));
