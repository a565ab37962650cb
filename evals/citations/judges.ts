import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import { verifyPair } from '../../src/use-cases/verify-pairs.ts';
import type { Supports } from '../metrics-citation.ts';

/** The product's whole check, as `verify` makes it: a sentence that stands in the source word for word is supported. */
export function wholeCheck(verifier: ClaimVerifier): Supports {
  return async (claim, citations) => {
    const { verdict } = await verifyPair({ verifier }, { claim, source: citations.join(' ') });
    return verdict === 'supported';
  };
}

/** The model alone, which knows no rule: supported where it gives that the greater chance. */
export function modelAlone(verifier: ClaimVerifier): Supports {
  return async (claim, citations) => {
    const [scores] = await verifier.verify([{ claim, source: citations.join(' ') }]);
    return (scores?.supports ?? 0) >= 0.5;
  };
}
