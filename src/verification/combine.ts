import type { Verdict } from '../domain/verdict.ts';
import type { SupportScores } from '../ports/claim-verifier.ts';
import type { ClaimText } from './claim-text.ts';
import { FEATURES, type Features } from './feature-names.ts';
import { featuresOf, windowCoverage } from './features.ts';
import type { Judgement } from './judgement.ts';
import { bestOfParts } from './model-word.ts';
import type { SourceReading } from './source-reading.ts';
import { VERDICT_WEIGHTS } from './weights.ts';

/** All that is known of a claim beside one source. */
export interface Findings {
  readonly claim: ClaimText;
  readonly reading: SourceReading;
  /** The model's, one for each of `reading.windows`; empty where it need not be asked. */
  readonly scores: readonly SupportScores[];
  /** Of each direct quotation in the claim. */
  readonly quotes: readonly Judgement[];
  /** A language model's, of the whole claim; absent where none is configured, was asked or could answer. */
  readonly opinion?: SupportScores;
}

export interface Combined {
  readonly verdict: Verdict;
  /** Support probability, 0 to 1; at least 0.5 exactly when `supported`. */
  readonly score: number;
}

/** Share of a claim's words from which a source at least speaks of the matter. */
const RELATED = 0.5;

/**
 * Share from which it tells at least a part of the claim, though the model says that it tells nothing: of
 * the dev pairs of which it says so, one of 25 of WiCE above this is wholly unsupported and 14 of 60 below,
 * and of 96 without evidence in SciFact, NewsNLI and CLIMATE-FEVER 87 lie below
 * (`node evals/verifying/print-lacking.ts DATA`).
 */
const MOSTLY = 0.7;

/** Probability from which one of the model's three words is the likeliest. */
const LIKELIEST = 0.5;

/**
 * The verdict, in this order: a quotation that the source has otherwise, or gives to another, contradicts;
 * a sentence word for word supports; one that differs in a fact contradicts; all else is weighed: the
 * model, the words in common, the facts that are lacking. Where a language model has spoken of what is
 * weighed, its word decides, and the weighing says how surely. A quotation that is not there can't be supported.
 */
export function combine(findings: Findings): Combined {
  const { claim, reading, scores, quotes, opinion } = findings;
  const settled = settledByRules(findings);
  if (settled !== null) return settled;
  const features = featuresOf(claim, reading, scores);
  const weighed = supportProbability(features);
  const probability = opinion === undefined ? weighed : decided(weighed, opinion);
  const isQuoteMissing = quotes.some(({ verdict }) => verdict !== 'supported');
  if (probability >= 0.5 && !isQuoteMissing) return { verdict: 'supported', score: probability };
  const words = opinion === undefined ? bestOfParts(reading, scores).map((part) => part.scores) : [opinion];
  return { verdict: lackOf(windowCoverage(claim, reading), words), score: Math.min(probability, 0.49) };
}

/** What rules alone decide; null where the rest is to be weighed. */
export function settledByRules({ reading, quotes }: Omit<Findings, 'scores'>): Combined | null {
  if (quotes.some(({ verdict }) => verdict === 'contradicted')) return CONTRADICTED;
  if (reading.windows.length === 0) return { verdict: 'unsupported', score: 0.01 };
  if (reading.parts.every(({ isVerbatim }) => isVerbatim)) return { verdict: 'supported', score: 0.99 };
  return reading.parts.some(({ opposing }) => opposing !== null) ? CONTRADICTED : null;
}

// Of 684 such pairs, 594 of them planted edits, people found 22 supported (`evals/verifying/print-settled.ts`).
const CONTRADICTED: Combined = { verdict: 'contradicted', score: 0.02 };

/** Logistic regression with the weights of `weights.ts`, 0 to 1. */
function supportProbability(features: Features): number {
  const { bias, weights } = VERDICT_WEIGHTS;
  const sum = FEATURES.reduce((total, name) => total + (weights[name] ?? 0) * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Beyond these nothing but a rule is sure. */
const OPINION_RANGE = { supporting: [0.5, 0.97], other: [0.04, 0.49] } as const;

/**
 * The opinion decides on which side of a half the probability lies. The weights were fitted without it, so it
 * is no feature: its log-odds are added to theirs, as of a judge who errs independently of them.
 */
function decided(weighed: number, { supports }: SupportScores): number {
  const [least, most] = supports >= 0.5 ? OPINION_RANGE.supporting : OPINION_RANGE.other;
  const [both, neither] = [weighed * supports, (1 - weighed) * (1 - supports)];
  return Math.min(Math.max(both / (both + neither), least), most);
}

function lackOf(coverage: number, words: readonly SupportScores[]): Verdict {
  if (coverage < RELATED) return 'unsupported';
  if (words.some(({ contradicts }) => contradicts >= LIKELIEST)) return 'contradicted';
  const saysNothing = words.some((one) => one.saysNothing >= LIKELIEST);
  return saysNothing && coverage < MOSTLY ? 'unsupported' : 'partially-supported';
}
