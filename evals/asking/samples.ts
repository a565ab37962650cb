import { FEATURES } from '../../src/answering/feature-names.ts';
import { holdAgainst, holdPassages } from '../../src/answering/hold-against.ts';
import { measureEvidence } from '../../src/answering/measure-evidence.ts';
import type { Question } from '../../src/answering/question.ts';
import { rankAgain } from '../../src/answering/rank-again.ts';
import { rankSentences } from '../../src/answering/rank-sentences.ts';
import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import { search } from '../../src/use-cases/search.ts';
import { type AskingCase, holdsAnswer } from './asking-case.ts';
import type { MemoryArchives } from './memory-index.ts';

/** The sentences of one case with what is measured of them. */
export interface Sample {
  readonly set: string;
  readonly kind: AskingCase['kind'];
  readonly subject: string;
  /** One a sentence, values in the order of `FEATURES`. */
  readonly rows: readonly (readonly number[])[];
  /** One a sentence: 1 answers, 0 does not, null not known. */
  readonly labels: readonly (1 | 0 | null)[];
  /** One a sentence: how far the verifier takes it to hold; null for those that the weights in use rank low. */
  readonly held: readonly (number | null)[];
  readonly question: Question;
  /** The same of the passages of those that the weights in use rank best. */
  readonly passageHeld: number;
}

export interface SampleDeps {
  readonly archives: MemoryArchives;
  readonly embedder: Embedder;
  readonly verifier: ClaimVerifier;
}

/** Puts the case's question to its archive, as far as the measures that the models weigh. */
export async function takeSample(deps: SampleDeps, set: string, one: AskingCase): Promise<Sample> {
  const { embedder, verifier } = deps;
  const index = await deps.archives.open(one.archive);
  const evidence = await search({ index, embedder }, { question: one.question });
  const { question, measured } = await measureEvidence(embedder, { ...index, evidence });
  const ranked = await holdAgainst(verifier, rankSentences(measured), { question, signal: undefined });
  const passageHeld = await holdPassages(verifier, rankAgain(ranked), { question, signal: undefined });
  const held = new Map(ranked.map((sentence) => [sentence.candidate, sentence.held]));
  return {
    set,
    kind: one.kind,
    subject: one.subject,
    rows: measured.map(({ features }) => FEATURES.map((name) => features[name])),
    labels: measured.map(({ candidate }) => labelOf(one, candidate.text)),
    held: measured.map(({ candidate }) => held.get(candidate) ?? null),
    question,
    passageHeld,
  };
}

// A sentence that holds the answer's words without being the one that was marked may answer or not.
function labelOf({ answers, goldSentences }: AskingCase, text: string): 1 | 0 | null {
  const holds = answers.length > 0 && holdsAnswer(text, answers);
  if (goldSentences.length === 0) return holds ? 1 : 0;
  if (goldSentences.some((gold) => gold.includes(text) || text.includes(gold))) return 1;
  return holds ? null : 0;
}
