import type { ClaimText } from './claim-text.ts';
import type { Findings } from './combine.ts';
import { judgeQuotedWords } from './quoted-words.ts';
import type { WeighWord } from './reading.ts';
import { readSourceFor } from './source-reading.ts';
import type { SourceText } from './source-text.ts';
import { chooseWindows } from './windows.ts';

/** All but the model's word. */
export interface Prepared {
  readonly findings: Omit<Findings, 'scores'>;
  /** Windows that the model is to be asked about, in the order that `Findings.scores` follows. */
  readonly asked: readonly string[];
}

/** Reads a source for a claim by rules and chooses what the model is shown of it. */
export function prepare(claim: ClaimText, source: SourceText, weigh: WeighWord): Prepared {
  const windows = chooseWindows(claim.content, source, weigh);
  const reading = readSourceFor(claim, source, windows);
  const quotes = judgeQuotedWords(claim, source);
  // A sentence word for word needs no model.
  const asked = reading.isVerbatim ? [] : windows.map(({ text }) => text);
  return { findings: { claim, reading, quotes }, asked };
}
