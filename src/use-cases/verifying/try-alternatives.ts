import { citeOf } from '../../domain/document.ts';
import { type Span, sliceSpan } from '../../domain/span.ts';
import type { ClaimPair, ClaimVerifier, VerifyOptions } from '../../ports/claim-verifier.ts';
import type { Findings } from '../../verification/combine.ts';
import { type Counterfactual, counterfactuals, rewordings } from '../../verification/counterfactuals.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { findingReasons } from '../../verification/reasons.ts';
import type { SourceText } from '../../verification/source-text.ts';
import { factsOf } from '../../verification/statement.ts';
import { inPlainWords } from '../../verification/wording.ts';
import { ALTERNATIVE_LIMITS, type AlternativeLimits } from './alternative-limits.ts';

/** Above this a sentence is there word for word; below, rules have found what differs. */
const VERBATIM = 0.98;
const SETTLED = 0.03;

/** A claim beside a source with the verdict so far. */
export interface Tried {
  readonly findings: Findings;
  readonly judgement: Judgement;
}

/**
 * Judgements put right where a claim, freely worded, gives one number, date, name, negation or phrase
 * otherwise than its source: the claim is put to the model again with the source's value. A contradiction that only
 * the model's word told, over a number that the source does not have otherwise or over nothing in
 * particular, is taken back. Those that are sure come back as they are, all in their order.
 */
export async function tryAlternatives(
  verifier: ClaimVerifier,
  all: readonly Tried[],
  options: VerifyOptions,
): Promise<Judgement[]> {
  const asked = await askAlternatives(verifier, all, { ...options, limits: ALTERNATIVE_LIMITS });
  return all.map((one, index) => settleAlternatives(one, asked[index] ?? [], ALTERNATIVE_LIMITS));
}

/** An alternative with what the model says of it and of the claim as it is, 0 to 1. */
export interface AskedAlternative extends Alternative {
  readonly ownSupport: number;
  readonly support: number;
}

/** Puts each claim to the model again; one list a claim, in their order, empty for those that are sure. */
export async function askAlternatives(
  verifier: ClaimVerifier,
  all: readonly Tried[],
  { limits, ...options }: VerifyOptions & { readonly limits: AlternativeLimits },
): Promise<AskedAlternative[][]> {
  const tries = all.map((one) => alternativesOf(one, limits));
  // A sentence with several values is held against the claim as it is only once.
  const pairs = new Map<string, ClaimPair>();
  const keyOf = (claim: string, source: string) => `${claim}\n\n${source}`;
  for (const { own, text, source } of tries.flat())
    for (const claim of [own, text]) pairs.set(keyOf(claim, source), { claim, source });
  const scores = pairs.size === 0 ? [] : await verifier.verify([...pairs.values()], options);
  const supports = new Map([...pairs.keys()].map((key, at) => [key, scores[at]?.supports]));
  return tries.map((alternatives) =>
    alternatives.map((one) => ({
      ...one,
      ownSupport: supports.get(keyOf(one.own, one.source)) ?? 1,
      support: supports.get(keyOf(one.text, one.source)) ?? 0,
    })),
  );
}

/** The judgement on one claim after its alternatives were put to the model. */
export function settleAlternatives(
  one: Tried,
  asked: readonly AskedAlternative[],
  limits: AlternativeLimits,
): Judgement {
  const tried = new Set(triedSpans(one.findings.reading, limits).map(({ start }) => start));
  const [best] = asked
    .filter(({ support, sentence }) => support >= limits.leastSupport && tried.has(sentence.start))
    .toSorted((a, b) => gainOf(b) - gainOf(a));
  if (best !== undefined && gainOf(best) >= limits.leastGain) return contradicted(one, best);
  const other = otherNumber(one, asked, limits);
  return other === null ? unconfirmed(one, limits) : contradicted(one, other);
}

// The model is blind to most numbers (models/citedesk-verify/MODEL.md), so that a claim bears no more than with
// the source's. Where it says of a window that it contradicts, and the sentence that bears the rest out has one
// other number of the kind, it is that one.
function otherNumber(
  { findings, judgement }: Tried,
  asked: readonly AskedAlternative[],
  limits: AlternativeLimits,
): AskedAlternative | null {
  if (judgement.verdict !== 'contradicted' || findings.opinion !== undefined) return null;
  const numbers = asked.filter(({ finding }) => finding.code === 'number-mismatch');
  const values = new Set(numbers.map(({ finding, text }) => `${finding.draft.start} ${text}`));
  const [only] = numbers.filter(({ support }) => support >= limits.leastSupport);
  return values.size === 1 ? (only ?? null) : null;
}

const gainOf = ({ ownSupport, support }: AskedAlternative) => logit(support) - logit(ownSupport);
const logit = (chance: number) => Math.log((chance + 0.001) / (1.001 - chance));

interface Alternative extends Counterfactual {
  /** The claim as it is. */
  readonly own: string;
  readonly source: string;
  /** The sentence that has the other value. */
  readonly sentence: Span;
}

function alternativesOf({ findings, judgement }: Tried, limits: AlternativeLimits): Alternative[] {
  const { score } = judgement;
  if (score > VERBATIM || score < SETTLED) return [];
  if (findings.quotes.some(({ verdict }) => verdict !== 'supported')) return [];
  // The small model is not asked whether the large one is wrong; where it was right, what differs is sought.
  if ((findings.opinion?.supports ?? 0) >= 0.5) return [];
  const { claim, reading } = findings;
  const { document } = reading.source;
  // Other words are often the same thing: the model itself must say that something contradicts the claim.
  const isDoubted =
    score < 0.5 && findings.scores.some(({ contradicts }) => contradicts >= limits.leastContradicts);
  return triedSpans(reading, limits).flatMap((span) => {
    const facts = factsOf(sliceSpan(document.text, span), document.publishedAt);
    const tried = [
      ...counterfactuals(claim.facts, facts),
      ...(isDoubted ? rewordings(claim.facts, facts) : []),
    ];
    return tried.flatMap((one) =>
      readTexts(reading.source, span, limits).map((source) => ({
        ...one,
        text: inPlainWords(one.text),
        own: inPlainWords(claim.facts.text),
        source: inPlainWords(source),
        sentence: span,
      })),
    );
  });
}

function triedSpans({ parts, source }: Findings['reading'], limits: AlternativeLimits): Span[] {
  const nearest = parts.flatMap(({ readings }) =>
    readings.slice(0, limits.sentences).map(({ sentence }) => sentence.span),
  );
  if (!limits.isNextTried) return nearest;
  const next = nearest.flatMap(
    ({ end }) => source.sentences.find(({ span }) => span.start >= end)?.span ?? [],
  );
  return [...new Map([...nearest, ...next].map((span) => [span.start, span])).values()];
}

function readTexts(source: SourceText, span: Span, { reads }: AlternativeLimits): string[] {
  const alone = sliceSpan(source.document.text, span);
  if (reads === 'sentence') return [alone];
  const both = withBefore(source, span);
  return reads === 'with-before' ? [both] : [...new Set([alone, both])];
}

// "The motion passed by 17 votes to 15." needs the sentence that says what was voted on.
function withBefore({ sentences }: SourceText, span: Span): string {
  const at = sentences.findIndex((one) => one.span.start === span.start);
  return [sentences[at - 1], sentences[at]].flatMap((one) => one?.text ?? []).join(' ');
}

function contradicted({ findings }: Tried, { finding, sentence: span }: Alternative): Judgement {
  const { claim, reading } = findings;
  const { document } = reading.source;
  const found = { findings: [finding], sentence: { document, span, context: span } };
  const reasons = findingReasons(claim.statement, found, claim.statement.text);
  return { verdict: 'contradicted', score: 0.05, reasons, evidence: [citeOf(document, span)] };
}

function unconfirmed({ findings, judgement }: Tried, limits: AlternativeLimits): Judgement {
  const { verdict, score, reasons } = judgement;
  const isModelsWord = verdict === 'contradicted' && score >= SETTLED && findings.quotes.length === 0;
  if (!isModelsWord || findings.opinion !== undefined) return judgement;
  const nearest = Math.max(0, ...findings.reading.parts.map(({ readings }) => readings[0]?.coverage ?? 0));
  const isBelieved = reasons.some(({ code }) => limits.believed.has(code));
  if (nearest >= limits.sameMatter && isBelieved) return judgement;
  const lacking = reasons.map((reason) => ({ ...reason, code: 'missing-detail' as const }));
  return { ...judgement, verdict: 'partially-supported', reasons: lacking };
}
