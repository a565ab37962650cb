import type { Document } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import type { Span } from '../../domain/span.ts';
import type { ClaimVerifier, VerifyOptions } from '../../ports/claim-verifier.ts';
import { readClaim } from '../../verification/claim-text.ts';
import { combine, type Findings } from '../../verification/combine.ts';
import { evidenceFor, reasonsFor } from '../../verification/explain.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { prepare } from '../../verification/prepare.ts';
import type { WeighWord } from '../../verification/reading.ts';
import { readSource } from '../../verification/source-text.ts';
import { withOpinions } from './ask-arbiter.ts';
import { creditMainClause } from './credit-main-clause.ts';
import { tryAlternatives } from './try-alternatives.ts';

/** What one source says of a claim. Draft spans of the reasons count in the claim's text; evidence is best first. */
export type SourceJudgement = Judgement;

export interface JudgedClaim {
  readonly text: string;
  /** The day that its "yesterday" counts from, ISO 8601; unknown unless told. */
  readonly publishedAt?: string | null;
}

export interface JudgedSource {
  readonly document: Document;
  /** The sentences to read, in order; the rest of the document is not looked at. */
  readonly spans: readonly Span[];
}

export interface JudgeOptions {
  /** How much a word counts in the choice of sentences; all alike unless told. */
  readonly weigh?: WeighWord;
  readonly signal?: AbortSignal;
  /** True where someone waits. */
  readonly urgent?: boolean;
}

export interface Verifiers {
  readonly verifier: ClaimVerifier;
  /** A language model whose word decides where rules settle nothing; absent: none is asked. */
  readonly arbiter?: ClaimVerifier | undefined;
}

/**
 * Holds a claim against each source by itself: rules, word coverage and the models, weighed by `combine`.
 * One judgement a source, in their order. Rejects as the verifier does, with `aborted` when the signal
 * fires.
 */
export async function judgeAgainst(
  verifiers: Verifiers,
  claim: JudgedClaim,
  sources: readonly JudgedSource[],
  options: JudgeOptions = {},
): Promise<readonly SourceJudgement[]> {
  const whole = await judgeWhole(verifiers, claim, sources, options);
  return creditMainClause(claim.text, whole, (text, places) =>
    judgeWhole(
      verifiers,
      { ...claim, text },
      places.flatMap((place) => sources[place] ?? []),
      options,
    ),
  );
}

async function judgeWhole(
  { verifier, arbiter }: Verifiers,
  claim: JudgedClaim,
  sources: readonly JudgedSource[],
  { weigh = () => 1, signal, urgent = false }: JudgeOptions,
): Promise<Judgement[]> {
  throwIfAborted(signal, 'The check of a claim was cancelled.');
  const read = readClaim(claim.text, claim.publishedAt ?? null);
  const prepared = sources.map(({ document, spans }) => prepare(read, readSource(document, spans), weigh));
  const pairs = prepared.flatMap(({ asked }) => asked);
  const scores =
    pairs.length === 0 ? [] : await verifier.verify(pairs, { urgent, ...(signal && { signal }) });
  let from = 0;
  const findings = prepared.map((one) => {
    const mine = scores.slice(from, from + one.asked.length);
    from += one.asked.length;
    return { ...one.findings, scores: mine };
  });
  const options = { urgent, ...(signal && { signal }) };
  const informed = arbiter === undefined ? findings : await withOpinions(arbiter, findings, options);
  return judgeFindings(verifier, informed, options);
}

/** The last steps of `judgeAgainst`: what the findings come to, in their order. */
export function judgeFindings(
  verifier: ClaimVerifier,
  all: readonly Findings[],
  options: VerifyOptions = {},
): Promise<Judgement[]> {
  const judged = all.map((findings) => ({ findings, judgement: judge(findings) }));
  return tryAlternatives(verifier, judged, options);
}

/** What rules and the weighted sum make of the findings, before anything is put to the model again. */
export function judge(findings: Findings): Judgement {
  const combined = combine(findings);
  return { ...combined, reasons: reasonsFor(combined, findings), evidence: evidenceFor(combined, findings) };
}
