import type { ClaimPair } from '../ports/claim-verifier.ts';
import type { ClaimText } from './claim-text.ts';
import { type Findings, settledByRules } from './combine.ts';
import { judgeQuotedWords } from './quoted-words.ts';
import type { WeighWord } from './reading.ts';
import { readSourceFor, type SourceReading } from './source-reading.ts';
import type { SourceText } from './source-text.ts';
import { inPlainWords } from './wording.ts';

/** All but the model's word. */
export interface Prepared {
  readonly findings: Omit<Findings, 'scores'>;
  /** What the model is to be asked, in the order that `Findings.scores` follows; nothing where rules decide. */
  readonly asked: readonly ClaimPair[];
}

/** Reads a source for a claim by rules and chooses what the model is shown of it. */
export function prepare(claim: ClaimText, source: SourceText, weigh: WeighWord): Prepared {
  const reading = readSourceFor(claim, source, weigh);
  const findings = { claim, reading, quotes: judgeQuotedWords(claim, source) };
  return { findings, asked: settledByRules(findings) === null ? questionsFor(reading) : [] };
}

/** The pairs for a model, one for each of `reading.windows`; none for a claim that stands there word for word. */
export function questionsFor({ windows, parts }: SourceReading): ClaimPair[] {
  if (parts.every(({ isVerbatim }) => isVerbatim)) return [];
  const wordings = new Map(parts.map(({ part, wording }) => [part, wording]));
  return windows.map(({ part, text }) => ({
    claim: wordings.get(part) ?? part.text,
    source: inPlainWords(text),
  }));
}
