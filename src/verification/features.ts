import type { SupportScores } from '../ports/claim-verifier.ts';
import type { ClaimText } from './claim-text.ts';
import type { Token } from './compare-tokens.ts';
import type { Features } from './feature-names.ts';
import { bestOfParts } from './model-word.ts';
import { type SourceReading, windowSentences } from './source-reading.ts';
import type { SourceSentence } from './source-text.ts';

/** Measures a claim beside a source; `scores` are the model's for each of `reading.windows`. */
export function featuresOf(
  claim: ClaimText,
  reading: SourceReading,
  scores: readonly SupportScores[],
): Features {
  const sentences = windowSentences(reading.source, reading.windows);
  const best = bestOfParts(reading, scores).map((part) => part.scores);
  return {
    // A claim of several sentences is as well supported as they are on average: the least of them tells
    // less (area under the curve .72 against .76 on CLIFF, .87 against .91 on MTRAG).
    supports: mean(best.map((one) => logit(one.supports))),
    sentenceCoverage: mean(reading.parts.map(({ part }) => bestShare(part.content, sentences))),
    factsMissing: missingShare(claim, reading),
  };
}

/** Share of the claim's content words that the windows hold between them, 0 to 1. */
export function windowCoverage(claim: ClaimText, { source, windows }: SourceReading): number {
  const sentences = windowSentences(source, windows);
  const stems = [...new Set(claim.content.map(({ stem }) => stem))];
  return share(stems, (stem) => sentences.some((sentence) => sentence.stems.has(stem)));
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Beyond these the model's probabilities say no more. */
const LEAST_PROBABILITY = 0.001;

function logit(probability: number): number {
  const bounded = Math.min(Math.max(probability, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
  return Math.log(bounded / (1 - bounded));
}

// The share of the words that the sentence with most of them holds.
function bestShare(content: readonly Token[], sentences: readonly SourceSentence[]): number {
  const stems = [...new Set(content.map(({ stem }) => stem))];
  return Math.max(0, ...sentences.map((sentence) => share(stems, (stem) => sentence.stems.has(stem))));
}

const share = <T>(list: readonly T[], holds: (one: T) => boolean) =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;

// Facts that the windows lack, among those that rules find in the claim.
function missingShare({ facts }: ClaimText, { parts }: SourceReading): number {
  const lacking = parts.flatMap(({ missing }) => missing).filter(({ isFact }) => isFact);
  return lacking.length / (1 + facts.numbers.length + facts.dates.length + facts.names.length);
}
