import { type Span, spansOverlap } from '../domain/span.ts';
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
  const best = bestOfParts(reading, scores).map((part) => part.scores);
  // A claim of several sentences is as well supported as they are on average; one that is contradicted
  // contradicts it.
  const supports = mean(best.map((one) => logit(one.supports)));
  const contradicts = Math.max(LEAST_LOGIT, ...best.map((one) => logit(one.contradicts)));
  const likeness = mean(
    reading.parts.map(({ readings }) => Math.max(0, ...readings.map(({ similarity }) => similarity))),
  );
  return {
    supports,
    contradicts,
    supportsCopy: supports * likeness,
    ...wordFeatures(claim, reading),
    likeness,
    ...missingFeatures(claim, reading),
    ...lengthFeatures(claim, reading),
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Beyond these the model's probabilities say no more. */
const LEAST_PROBABILITY = 0.001;
const LEAST_LOGIT = Math.log(LEAST_PROBABILITY / (1 - LEAST_PROBABILITY));

function logit(probability: number): number {
  const bounded = Math.min(Math.max(probability, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
  return Math.log(bounded / (1 - bounded));
}

function wordFeatures(claim: ClaimText, { source, windows, parts }: SourceReading) {
  const sentences = windowSentences(source, windows);
  const stems = [...new Set(claim.content.map(({ stem }) => stem))];
  const shareIn = (holds: (stem: string) => boolean) => share(stems, holds);
  const pairs = neighbours(claim.content);
  const runs = neighbours(claim.facts.tokens);
  const sourceRuns = new Set(sentences.flatMap(({ tokens }) => neighbours(tokens).map(runKey)));
  return {
    windowCoverage: shareIn((stem) => sentences.some((sentence) => sentence.stems.has(stem))),
    sentenceCoverage: mean(parts.map(({ part }) => bestShare(part.content, sentences))),
    pairsTogether: share(pairs, ([a, b]) =>
      sentences.some((sentence) => sentence.stems.has(a.stem) && sentence.stems.has(b.stem)),
    ),
    wordRuns: share(runs, (run) => sourceRuns.has(runKey(run))),
  };
}

// The share of the words that the sentence with most of them holds.
function bestShare(content: readonly Token[], sentences: readonly SourceSentence[]): number {
  const stems = [...new Set(content.map(({ stem }) => stem))];
  return Math.max(0, ...sentences.map((sentence) => share(stems, (stem) => sentence.stems.has(stem))));
}

type Pair = readonly [Token, Token];

function neighbours(tokens: readonly Token[]): Pair[] {
  return tokens.slice(1).flatMap((token, index) => {
    const before = tokens[index];
    return before === undefined ? [] : [[before, token] as const];
  });
}

const runKey = ([a, b]: Pair) => `${a.stem} ${b.stem}`;

const share = <T>(list: readonly T[], holds: (one: T) => boolean) =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;

function missingFeatures({ facts }: ClaimText, { parts }: SourceReading) {
  const lacking = parts.flatMap(({ missing }) => missing).filter(({ isFact }) => isFact);
  const shareOf = (list: readonly Span[]) =>
    share(list, (one) => lacking.some((part) => spansOverlap(part, one)));
  const count = facts.numbers.length + facts.dates.length + facts.names.length;
  return {
    factsMissing: lacking.length / (1 + count),
    namesMissing: shareOf(facts.names),
    numbersMissing: shareOf(facts.numbers),
  };
}

// Logarithms of a middling claim (seven content words) and source (ninety words), so that the squares bend
// the borderline at both ends.
const MIDDLE_CLAIM = 2;
const MIDDLE_SOURCE = 4.5;

// What the sets hold: beyond, a parabola would run away with the score.
const CLAIM_WORDS = [2, 80] as const;
const SOURCE_WORDS = [8, 2_500] as const;
const within = (value: number, [least, most]: readonly [number, number]) =>
  Math.min(Math.max(value, least), most);

function lengthFeatures(claim: ClaimText, { source }: SourceReading) {
  const words = source.sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const claimLength = Math.log(1 + within(claim.content.length, CLAIM_WORDS)) - MIDDLE_CLAIM;
  const sourceLength = Math.log(1 + within(words, SOURCE_WORDS)) - MIDDLE_SOURCE;
  return {
    claimLength,
    sourceLength,
    claimLengthSquared: claimLength ** 2,
    sourceLengthSquared: sourceLength ** 2,
    lengthsProduct: claimLength * sourceLength,
  };
}
