import type { Candidate } from './candidates.ts';
import { coverage, type QuestionWeights, strengthsIn } from './coverage.ts';
import type { Features } from './feature-names.ts';
import { mostOf } from './late-interaction.ts';
import { joinReadings } from './reading.ts';
import { valueMeasures } from './value-measures.ts';

export interface Measured {
  readonly candidate: Candidate;
  readonly features: Features;
}

// New words beyond these add nothing: the sentence tells more than the question did.
const FRESH_WORDS = 8;
const SHORT_WORDS = 6;
// Sentences of news have about so many words; longer ones say several things.
const USUAL_WORDS = 25;

/** What the vectors of a candidate say for a question. */
export interface VectorMeasures {
  /** Cosine of the question and the sentence. */
  readonly similarity: number;
  /** What each token of the question counts. */
  readonly tokenWeights: readonly number[];
  /** For each of them whether it belongs to the noun that names the thing asked for. */
  readonly isNoun: readonly boolean[];
  /** For each of them the best match in the sentence, in the one before it and in the titles. */
  readonly inSentence: readonly number[];
  readonly inBefore: readonly number[];
  readonly inTitles: readonly number[];
}

/** Measures one candidate. */
export function measure(candidate: Candidate, weights: QuestionWeights, vectors: VectorMeasures): Measured {
  const { sentence, passage } = candidate;
  const { question } = weights;
  const near = joinReadings([sentence, ...candidate.around]);
  const inSentence = strengthsIn(question, sentence);
  const inNear = strengthsIn(question, near);
  const inTitles = strengthsIn(question, candidate.titles);
  const titled = inNear.map((strength, index) => Math.max(strength, inTitles[index] ?? 0));
  const fresh = sentence.content.filter((word) => !question.norms.has(word.norm)).length;
  const wordCount = candidate.text.split(/\s+/).length;
  const features: Features = {
    similarity: vectors.similarity,
    fused: passage.trace.fused,
    rank: 1 / (1 + passage.rank),
    coverSentence: coverage(inSentence, weights.all),
    coverTitled: coverage(titled, weights.all),
    worstMiss: worstMiss(titled, weights.all),
    detailSentence: coverage(inSentence, weights.details),
    detailTitled: coverage(titled, weights.details),
    detailMiss: worstMiss(titled, weights.details),
    ...valueMeasures(question, sentence),
    fresh: Math.min(1, fresh / FRESH_WORDS),
    isQuestion: candidate.text.endsWith('?') ? 1 : 0,
    isShort: wordCount < SHORT_WORDS ? 1 : 0,
    length: Math.max(0, Math.log(wordCount / USUAL_WORDS)),
    ...softMeasures(vectors),
    opensWithPronoun: /^(?:he|she|it|they|this|these|his|her|its|their)\b/i.test(candidate.text) ? 1 : 0,
  };
  return { candidate, features };
}

/** Weight of the heaviest word that is missing. */
function worstMiss(strengths: readonly number[], weights: readonly number[]): number {
  return Math.max(0, ...strengths.map((strength, index) => (1 - strength) * (weights[index] ?? 0)));
}

// Often the sentence that answers follows the one that repeats the question's words.
function softMeasures({ tokenWeights, isNoun, inSentence, inBefore, inTitles }: VectorMeasures) {
  const noun = mostOf([inSentence, inBefore]).filter((_, token) => isNoun[token] === true);
  const titled = mostOf([inSentence, inBefore, inTitles]);
  return {
    softSentence: coverage(inSentence, tokenWeights),
    softNear: coverage(mostOf([inSentence, inBefore]), tokenWeights),
    softTitled: coverage(titled, tokenWeights),
    softMiss: worstMiss(titled, tokenWeights),
    nounMissing: noun.length === 0 ? 0 : 1 - Math.max(...noun),
    softBefore: inBefore.length === 0 ? 0 : coverage(inBefore, tokenWeights),
  };
}
