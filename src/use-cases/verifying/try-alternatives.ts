import { citeOf } from '../../domain/document.ts';
import { type Span, sliceSpan } from '../../domain/span.ts';
import type { ClaimVerifier, VerifyOptions } from '../../ports/claim-verifier.ts';
import type { Findings } from '../../verification/combine.ts';
import { type Counterfactual, counterfactuals } from '../../verification/counterfactuals.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { findingReasons } from '../../verification/reasons.ts';
import type { SourceText } from '../../verification/source-text.ts';
import { factsOf } from '../../verification/statement.ts';

/** Sentences whose values are tried for each part of a claim: the nearest ones. */
const SENTENCES = 2;

/** Above this a sentence is there word for word; below, rules have found what differs. */
const VERBATIM = 0.98;
const SETTLED = 0.03;

/**
 * By how much, in log-odds, a sentence must bear out a claim better with its own value in place of the
 * claim's for the two to contradict each other, and how well at least. Of freely reworded edits more are
 * found with less, but so are claims that are true: `eval planted` and `eval verify` show both.
 */
const LEAST_GAIN = 3;
const LEAST_SUPPORT = 0.5;

/** A claim beside a source with the verdict so far. */
export interface Tried {
  readonly findings: Findings;
  readonly judgement: Judgement;
}

/**
 * Judgements put right where a claim, freely worded, gives one number, date, name or negation otherwise
 * than its source: the claim is put to the model again with the source's value. A contradiction that only
 * the model's word told, over a number that the source does not have otherwise or over nothing in
 * particular, is taken back. Those that
 * are sure come back as they are, all in their order.
 */
export async function tryAlternatives(
  verifier: ClaimVerifier,
  all: readonly Tried[],
  options: VerifyOptions,
): Promise<Judgement[]> {
  const tries = all.map(alternativesOf);
  const pairs = tries.flatMap((alternatives) =>
    alternatives.flatMap(({ own, text, source }) => [own, text].map((claim) => ({ claim, source }))),
  );
  const scores = pairs.length === 0 ? [] : await verifier.verify(pairs, options);
  let from = 0;
  return all.map((one, index) => {
    const alternatives = tries[index] ?? [];
    const mine = scores.slice(from, from + 2 * alternatives.length).map(({ supports }) => supports);
    from += 2 * alternatives.length;
    const gains = alternatives.map((_, at) => gainOf(mine[2 * at] ?? 1, mine[2 * at + 1] ?? 0));
    const best = gains.indexOf(Math.max(...gains));
    const found = (gains[best] ?? 0) >= LEAST_GAIN ? alternatives[best] : undefined;
    return found === undefined ? unconfirmed(one) : contradicted(one, found);
  });
}

const gainOf = (own: number, other: number) => (other < LEAST_SUPPORT ? 0 : logit(other) - logit(own));
const logit = (chance: number) => Math.log((chance + 0.001) / (1.001 - chance));

interface Alternative extends Counterfactual {
  /** The claim as it is. */
  readonly own: string;
  readonly source: string;
  /** The sentence that has the other value. */
  readonly sentence: Span;
}

function alternativesOf({ findings, judgement }: Tried): Alternative[] {
  const { score } = judgement;
  if (score > VERBATIM || score < SETTLED || findings.quotes.length > 0) return [];
  // The small model is not asked whether the large one is wrong; where it was right, what differs is sought.
  if ((findings.opinion?.supports ?? 0) >= 0.5) return [];
  const { claim, reading } = findings;
  const { document } = reading.source;
  const nearest = reading.parts.flatMap(({ readings }) => readings.slice(0, SENTENCES));
  return nearest.flatMap(({ sentence: { span } }) => {
    const facts = factsOf(sliceSpan(document.text, span), document.publishedAt);
    const source = withBefore(reading.source, span);
    return counterfactuals(claim.facts, facts).map((one) => ({
      ...one,
      own: claim.facts.text,
      source,
      sentence: span,
    }));
  });
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

/** What the model alone is believed in: a negation can't be tried, a name may have no rival of its kind. */
const BELIEVED: ReadonlySet<string> = new Set(['name-mismatch', 'date-mismatch', 'negation-mismatch']);

/**
 * Share of the claim's other words that the nearest sentence must hold for the two to be on one matter.
 * Chosen by hand: at 0.5 true contradictions of two drafts were lost, at 0.4 none of 77 claims about
 * another subject was contradicted.
 */
const SAME_MATTER = 0.4;

function unconfirmed({ findings, judgement }: Tried): Judgement {
  const { verdict, score, reasons } = judgement;
  const isModelsWord = verdict === 'contradicted' && score >= SETTLED && findings.quotes.length === 0;
  if (!isModelsWord || findings.opinion !== undefined) return judgement;
  const nearest = Math.max(0, ...findings.reading.parts.map(({ readings }) => readings[0]?.coverage ?? 0));
  if (nearest >= SAME_MATTER && reasons.some(({ code }) => BELIEVED.has(code))) return judgement;
  const lacking = reasons.map((reason) => ({ ...reason, code: 'missing-detail' as const }));
  return { ...judgement, verdict: 'partially-supported', reasons: lacking };
}
