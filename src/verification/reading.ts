import { type Span, spansOverlap } from '../domain/span.ts';
import { sameName } from '../text/name-compare.ts';
import type { NumberMention } from '../text/numbers.ts';
import { align } from './align.ts';
import type { Token } from './compare-tokens.ts';
import { compareDates, compareTimes } from './date-match.ts';
import { type Finding, findingsOf } from './findings.ts';
import { compareNumbers, valuesAgree } from './number-match.ts';
import { isNegation } from './opposed-words.ts';
import { contentTokens, type EvidenceSentence, type Facts, factsOf } from './statement.ts';

/** How much a word of a claim counts: its inverse document frequency. `stem` as `terms()` makes it. */
export type WeighWord = (stem: string) => number;

/** A part of a claim that its source lacks; a fact is a number, a date or a name. */
export interface MissingPart extends Span {
  readonly isFact: boolean;
}

/** A claim held against one sentence. */
export interface Reading {
  readonly sentence: EvidenceSentence;
  /** How nearly the two are the same words in the same order, 0 to 1. */
  readonly similarity: number;
  /** Weighted share of the claim's content words, beside the findings, that the sentence holds, 0 to 1. */
  readonly coverage: number;
  /** The same with the sentence's neighbours. */
  readonly contextCoverage: number;
  readonly findings: readonly Finding[];
  /** Words, numbers, dates and names of the claim that neither it nor its neighbours hold; they count in the claim. */
  readonly missing: readonly MissingPart[];
  /** True where the one is negated and the other is not. */
  readonly negationDiffers: boolean;
}

/** Holds a claim against one sentence of the archive. */
export function readStatement(claim: Facts, sentence: EvidenceSentence, weigh: WeighWord): Reading {
  const { document, context } = sentence;
  const around = factsOf(document.text.slice(context.start, context.end), document.publishedAt);
  return readBeside(claim, sentence, { around, weigh });
}

/** The same, with what stands around the sentence already read: for many sentences of one source. */
export function readBeside(
  claim: Facts,
  sentence: EvidenceSentence,
  { around, weigh }: { readonly around: Facts; readonly weigh: WeighWord },
): Reading {
  const { document, span } = sentence;
  const source = factsOf(document.text.slice(span.start, span.end), document.publishedAt);
  const content = contentTokens(claim);
  const findings = findingsOf(claim, source);
  // What differs is told by the findings; the coverage tells whether the rest is the same matter. A finding
  // is shown with words that both have.
  const stems = new Set(source.tokens.map(({ stem }) => stem));
  const rest = content.filter(
    (token) => stems.has(token.stem) || !findings.some(({ draft }) => spansOverlap(draft, token)),
  );
  return {
    sentence,
    similarity: align(claim.tokens, source.tokens)?.similarity ?? 0,
    coverage: coverageOf(rest, source, weigh),
    contextCoverage: coverageOf(content, around, weigh),
    findings,
    missing: missingParts(claim, content, around),
    negationDiffers: negations(claim) % 2 !== negations(source) % 2,
  };
}

const negations = ({ tokens }: Facts) => tokens.filter(({ key }) => isNegation(key)).length;

function coverageOf(content: readonly Token[], source: Facts, weigh: WeighWord): number {
  const stems = new Set(source.tokens.map(({ stem }) => stem));
  let [held, all] = [0, 0];
  for (const { stem } of content) {
    const weight = weigh(stem);
    all += weight;
    if (stems.has(stem)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function missingParts(claim: Facts, content: readonly Token[], around: Facts): MissingPart[] {
  const stems = new Set(around.tokens.map(({ stem }) => stem));
  const facts: Span[] = [
    ...claim.numbers
      .filter((one) => !around.numbers.some((other) => isSameNumber(one, other)) && !isBoth(one, around))
      .map(({ phrase }) => phrase),
    ...claim.dates.filter((one) => !around.dates.some((other) => compareDates(one, other) === 'agree')),
    ...claim.times.filter((one) => !around.times.some((other) => compareTimes(one, other) === 'agree')),
    ...claim.names.filter((one) => !isNamed(one.text, around)),
  ];
  const words = content.filter(
    (token) => !stems.has(token.stem) && !claim.names.some((name) => spansOverlap(name, token)),
  );
  const parts = [
    ...facts.map(({ start, end }) => ({ start, end, isFact: true })),
    // A capital inside the sentence names something, even where no rule knows what.
    ...words.map(({ start, end }) => ({ start, end, isFact: isCapitalInside(claim, start) })),
  ];
  return parts.sort((a, b) => a.start - b.start);
}

const isCapitalInside = ({ text, tokens }: Facts, start: number) =>
  start > (tokens[0]?.start ?? 0) &&
  /^\p{Lu}/u.test(text.slice(start, start + 2)) &&
  !/[.:“"]\s*$/u.test(text.slice(Math.max(0, start - 3), start));

const isSameNumber = (a: NumberMention, b: NumberMention) =>
  compareNumbers(a, b) === 'agree' || valuesAgree(a, b);

// "The two governments" where the source has "both governments".
const isBoth = ({ kind, low, high }: NumberMention, { tokens }: Facts) =>
  kind === 'count' && low === 2 && high === 2 && tokens.some(({ key }) => BOTH.has(key));

const BOTH = new Set(['both', 'pair', 'couple']);

function isNamed(name: string, { names, text }: Facts): boolean {
  return names.some((other) => sameName(name, other.text)) || text.includes(name);
}
