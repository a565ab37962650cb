import type { ClaimVerifier } from '../ports/claim-verifier.ts';
import { reportedEnd } from '../text/instructions.ts';
import { asStatement } from './as-statement.ts';
import type { Question } from './question.ts';
import type { RankedSentence } from './rank-sentences.ts';

/**
 * A ranked sentence with how far the verifier takes it to make the question true as a statement, in
 * log-odds, -4.6 to 4.6; null for those that it was not asked about.
 */
export interface HeldSentence extends RankedSentence {
  readonly held: number | null;
}

// Sentences put to the verifier, about 10 ms each on one core.
const MOST_HELD = 8;

/** Puts the best sentences, each with the one before it, to the verifier. Throws as `verify` does. */
export async function holdAgainst(
  verifier: ClaimVerifier,
  ranked: readonly RankedSentence[],
  { question, signal }: { readonly question: Question; readonly signal: AbortSignal | undefined },
): Promise<HeldSentence[]> {
  const claim = asStatement(question.text);
  const pairs = ranked.slice(0, MOST_HELD).map(({ candidate }) => ({
    claim,
    source: [candidate.before, candidate.text].filter((text) => text !== null).join(' '),
  }));
  const scores = await verifier.verify(pairs, { urgent: true, ...(signal === undefined ? {} : { signal }) });
  return ranked.map((one, index) => {
    const score = scores[index];
    return { ...one, held: score === undefined ? null : logOdds(score.supports) };
  });
}

// Passages of the best so many sentences, and of those so many at most: mostly it is one.
const BEST_SENTENCES = 3;
const MOST_PASSAGES = 2;

/**
 * How far the passages of the best sentences make the question true as a statement: of the best passage, in
 * log-odds, -4.6 to 4.6; the least where there is none. Whether a question is answered shows better in a
 * whole passage than in one sentence, which may name nobody. A passage that gives orders to machines has
 * no say in it. Throws as `verify` does.
 */
export async function holdPassages(
  verifier: ClaimVerifier,
  ranked: readonly RankedSentence[],
  { question, signal }: { readonly question: Question; readonly signal: AbortSignal | undefined },
): Promise<number> {
  const claim = asStatement(question.text);
  const best = ranked.slice(0, BEST_SENTENCES).map(({ candidate }) => candidate.passage.text);
  const texts = new Set(best.filter((text) => reportedEnd(text, text.length) === text.length));
  const pairs = [...texts].slice(0, MOST_PASSAGES).map((source) => ({ claim, source }));
  const scores = await verifier.verify(pairs, { urgent: true, ...(signal === undefined ? {} : { signal }) });
  return logOdds(Math.max(0, ...scores.map(({ supports }) => supports)));
}

// The model's last percent says nothing; without it a sure score would outweigh everything else.
const LEAST_CHANCE = 0.01;

function logOdds(chance: number): number {
  return Math.log((chance + LEAST_CHANCE) / (1 + LEAST_CHANCE - chance));
}
