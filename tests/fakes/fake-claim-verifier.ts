import { CitedeskError } from '../../src/domain/errors.ts';
import type { ClaimPair, ClaimVerifier, SupportScores } from '../../src/ports/claim-verifier.ts';
import { terms } from '../../src/text/tokens.ts';

export interface FakeClaimVerifierOptions {
  /** What a pair gets; the share of the claim's words found in the source unless told. */
  readonly scores?: (pair: ClaimPair) => SupportScores;
}

export interface FakeClaimVerifier extends ClaimVerifier {
  /** Every call of `verify`, in order. */
  readonly calls: readonly { readonly pairs: readonly ClaimPair[]; readonly urgent: boolean }[];
  readonly closed: boolean;
}

function shareOfWords({ claim, source }: ClaimPair): SupportScores {
  const wanted = terms(claim);
  const found = new Set(terms(source));
  const supports = wanted.length === 0 ? 0 : wanted.filter((term) => found.has(term)).length / wanted.length;
  return { supports, saysNothing: 1 - supports, contradicts: 0 };
}

/** A verifier without a model that records what it is asked. */
export function createFakeClaimVerifier(options: FakeClaimVerifierOptions = {}): FakeClaimVerifier {
  const { scores = shareOfWords } = options;
  const calls: { pairs: readonly ClaimPair[]; urgent: boolean }[] = [];
  let closed = false;
  return {
    model: { name: 'fake', maxTokens: 253, fingerprint: 'fake-1' },
    calls,
    get closed() {
      return closed;
    },
    async verify(pairs, { urgent = false, signal } = {}) {
      calls.push({ pairs: [...pairs], urgent });
      // A real verifier never answers within the call; a turn lets an abort come first.
      await new Promise((resolve) => setImmediate(resolve));
      if (closed || signal?.aborted) throw new CitedeskError('aborted', 'The verification was cancelled.');
      return pairs.map((pair) => scores(pair));
    },
    async close() {
      closed = true;
    },
  };
}
