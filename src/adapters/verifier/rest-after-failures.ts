import { CitedeskError, isCitedeskError } from '../../domain/errors.ts';
import type { ClaimVerifier } from '../../ports/claim-verifier.ts';

/** Failures in a row after which it is likely that the next call fails, too. */
const FAILURES = 3;

/**
 * Calls that are then refused at once, before one tries again. Each may wait for its whole time limit: a
 * draft of a thousand sentences with a provider that is out of reach would take a day, and so takes minutes.
 */
const RESTING = 50;

/** A verifier that is left alone for a while after it has failed some times in a row. */
export function restAfterFailures(verifier: ClaimVerifier): ClaimVerifier {
  let failures = 0;
  let resting = 0;
  return {
    ...verifier,
    async verify(pairs, options) {
      if (resting > 0) {
        resting--;
        const words = `The language model is not asked for a while, since it failed ${failures} times in a row.`;
        throw new CitedeskError('verifier-failed', words);
      }
      try {
        const scores = await verifier.verify(pairs, options);
        failures = 0;
        return scores;
      } catch (error) {
        if (isCitedeskError(error, 'verifier-failed') && ++failures >= FAILURES) resting = RESTING;
        throw error;
      }
    },
  };
}
