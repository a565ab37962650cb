import type { TermIndex } from '../ports/index-store.ts';
import { termOf } from '../text/tokens.ts';
import type { Question } from './question.ts';
import { matchStrength, type Reading } from './reading.ts';

/** A question with the weight of each of its terms, in their order, each 0 to 1. */
export interface QuestionWeights {
  readonly question: Question;
  readonly all: readonly number[];
  /** The same for proper names and figures, 0 for other terms. */
  readonly details: readonly number[];
  /** What any word would count by its rarity alone, 0 to 1. */
  readonly rarity: (norm: string) => number;
}

// A word that stands in every passage still has to be there.
const LEAST_WEIGHT = 0.1;

/**
 * Weighs the terms by their inverse document frequency as a share of the highest that the archive can
 * give, so that the weights mean the same in a handful of articles and in thousands.
 */
export function weighTerms(question: Question, terms: TermIndex): QuestionWeights {
  const highest = terms.inverseDocumentFrequency(UNKNOWN_TERM);
  const all = question.terms.map(({ term, share }) => {
    const frequency = Math.max(...term.split(' ').map((part) => terms.inverseDocumentFrequency(part)));
    return share * Math.max(LEAST_WEIGHT, frequency / highest);
  });
  return {
    question,
    all,
    rarity: (norm) => Math.max(LEAST_WEIGHT, terms.inverseDocumentFrequency(termOf(norm)) / highest),
    details: all.map((weight, index) => (question.terms[index]?.isDetail === true ? weight : 0)),
  };
}

// No text holds it: words of src/text have no white space.
const UNKNOWN_TERM = ' ';

/** How surely a text holds each term of the question, in their order. */
export function strengthsIn(question: Question, reading: Reading): number[] {
  return question.terms.map((term) => matchStrength(term, reading));
}

/** Share of the weight that is matched, 0 to 1; 1 where nothing has weight. */
export function coverage(strengths: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 1;
  return strengths.reduce((sum, strength, index) => sum + strength * (weights[index] ?? 0), 0) / total;
}
