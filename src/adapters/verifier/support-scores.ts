import type { SupportScores } from '../../ports/claim-verifier.ts';

/**
 * Softmax of the model's three logits, in its order: supports, says nothing, contradicts. In double
 * precision and with the largest subtracted first, so that no logit overflows. Throws where a logit
 * is missing or is not a finite number.
 */
export function supportScores(logits: Float32Array): SupportScores {
  const largest = Math.max(...logits);
  const [supports = Number.NaN, saysNothing = Number.NaN, contradicts = Number.NaN] = Float64Array.from(
    logits,
    (logit) => Math.exp(logit - largest),
  );
  const sum = supports + saysNothing + contradicts;
  if (!Number.isFinite(sum)) throw new Error(`Three finite logits are expected, not ${logits.join(', ')}.`);
  return { supports: supports / sum, saysNothing: saysNothing / sum, contradicts: contradicts / sum };
}
