import { isCitedeskError } from '../../domain/errors.ts';
import type { ClaimPair, ClaimVerifier, SupportScores, VerifyOptions } from '../../ports/claim-verifier.ts';
import type { Findings } from '../../verification/combine.ts';
import { opinionPair } from '../../verification/opinion.ts';

/**
 * The findings with the opinion of a language model on each that rules do not settle, in their order; an
 * equal pair is asked about once. One that it fails on keeps what it has, so that no check is lost; the
 * arbiter itself tells of the failure. Rejects with `aborted`.
 */
export async function withOpinions(
  arbiter: ClaimVerifier,
  all: readonly Findings[],
  options: VerifyOptions,
): Promise<readonly Findings[]> {
  const asked = new Map<string, Promise<SupportScores | null>>();
  const ask = (pair: ClaimPair) => {
    const key = JSON.stringify([pair.claim, pair.source]);
    const opinion = asked.get(key) ?? opinionOf(arbiter, pair, options);
    asked.set(key, opinion);
    return opinion;
  };
  return Promise.all(
    all.map(async (findings) => {
      const pair = opinionPair(findings);
      const opinion = pair === null ? null : await ask(pair);
      return opinion === null ? findings : { ...findings, opinion };
    }),
  );
}

// One by one: what fails for one pair is no reason to do without the others.
async function opinionOf(
  arbiter: ClaimVerifier,
  pair: ClaimPair,
  options: VerifyOptions,
): Promise<SupportScores | null> {
  try {
    const [scores] = await arbiter.verify([pair], options);
    return scores ?? null;
  } catch (error) {
    if (isCitedeskError(error, 'verifier-failed')) return null;
    throw error;
  }
}
