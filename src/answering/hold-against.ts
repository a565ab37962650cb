import type { ClaimVerifier } from '../ports/claim-verifier.ts';
import { asStatement } from './as-statement.ts';
import type { Question } from './question.ts';
import type { RankedSentence } from './rank-sentences.ts';

/** How far the verifier takes a text to hold what a question asks, in log-odds, -4.6 to 4.6. */
export interface Held {
  /** Of the question in its own words: which sentence it is about. */
  readonly question: number;
  /** Of the question as a statement: whether the sentence answers. */
  readonly statement: number;
}

/** A ranked sentence with what the verifier says of it; null for those that it was not asked about. */
export interface HeldSentence extends RankedSentence {
  readonly held: Held | null;
}

// Sentences put to the verifier: two pairs each, about 10 ms a pair on one core.
const MOST_HELD = 8;

/** Puts the best sentences, each with the one before it, to the verifier. Throws as `verify` does. */
export async function holdAgainst(
  verifier: ClaimVerifier,
  ranked: readonly RankedSentence[],
  { question, signal }: { readonly question: Question; readonly signal: AbortSignal | undefined },
): Promise<HeldSentence[]> {
  const claims = [question.text, asStatement(question.text)];
  const pairs = ranked.slice(0, MOST_HELD).flatMap(({ candidate }) => {
    const source = [candidate.before, candidate.text].filter((text) => text !== null).join(' ');
    return claims.map((claim) => ({ claim, source }));
  });
  const scores = await verifier.verify(pairs, { urgent: true, ...(signal === undefined ? {} : { signal }) });
  return ranked.map((one, index) => {
    const [asked, stated] = [scores[2 * index], scores[2 * index + 1]];
    const isHeld = asked !== undefined && stated !== undefined;
    const held = isHeld ? { question: logOdds(asked.supports), statement: logOdds(stated.supports) } : null;
    return { ...one, held };
  });
}

// The model's last percent says nothing; without it a sure score would outweigh everything else.
const LEAST_CHANCE = 0.01;

function logOdds(chance: number): number {
  return Math.log((chance + LEAST_CHANCE) / (1 + LEAST_CHANCE - chance));
}

/** Log-odds of what is not held at all. */
export const LEAST_HELD = logOdds(0);
