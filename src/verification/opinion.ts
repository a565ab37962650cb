import type { ClaimPair, SupportScores } from '../ports/claim-verifier.ts';
import { isInstruction, reportedEnd } from '../text/instructions.ts';
import { type Findings, settledByRules } from './combine.ts';
import { windowSentences } from './source-reading.ts';

/**
 * What a language model is to be asked about a claim beside one source: the whole claim in its own words, and
 * all that was chosen of the source, with the day it appeared. Null where its word would change nothing
 * (rules settle it, or a quotation is not there), and where the claim, or the article up to what was chosen of
 * it, gives orders to a machine: whoever writes them may have the model say what he likes.
 */
export function opinionPair(findings: Omit<Findings, 'opinion'>): ClaimPair | null {
  const { claim, reading, quotes } = findings;
  if (settledByRules(findings) !== null) return null;
  if (quotes.some(({ verdict }) => verdict !== 'supported')) return null;
  const { document } = reading.source;
  const chosen = windowSentences(reading.source, reading.windows);
  const end = chosen.at(-1)?.span.end ?? 0;
  if (claim.parts.some(({ text }) => isInstruction(text)) || reportedEnd(document.text, end) < end)
    return null;
  const day = document.publishedAt === null ? [] : [`Published: ${document.publishedAt}`];
  return { claim: claim.statement.text, source: [...day, ...chosen.map(({ text }) => text)].join('\n') };
}

/** The words that a language model may answer with. */
export const OPINIONS = ['supports', 'says-nothing', 'contradicts'] as const;
export type Opinion = (typeof OPINIONS)[number];

/**
 * How often the word of a language model is right: strong ones reach balanced accuracies of .75 to .79 on
 * claims with their sources (Tang, Laban and Durrett, 2024: LLM-AggreFact). What they say of their own
 * certainty is not asked: it says little (Xiong et al., 2024).
 */
const RIGHT = 0.8;
const WRONG = (1 - RIGHT) / 2;

/** A word as probabilities, so that it can be weighed. */
export function scoresOfOpinion(opinion: Opinion): SupportScores {
  const of = (word: Opinion) => (word === opinion ? RIGHT : WRONG);
  return { supports: of('supports'), saysNothing: of('says-nothing'), contradicts: of('contradicts') };
}
