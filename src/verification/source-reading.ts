import type { ClaimText } from './claim-text.ts';
import { type Reading, readBeside } from './reading.ts';
import type { SourceSentence, SourceText } from './source-text.ts';
import { factsOf } from './statement.ts';
import { bearsOut, contradicts, isOutweighed } from './verdicts.ts';
import type { Window } from './windows.ts';

/** Sentences of a source that rules read closely; what bears a claim out is among the nearest. */
const READ_SENTENCES = 6;

/** A claim held against one source, before the model is asked. */
export interface SourceReading {
  readonly source: SourceText;
  readonly windows: readonly Window[];
  /** Of the nearest sentences, nearest first. */
  readonly readings: readonly Reading[];
  /** A sentence that gives a fact of the claim differently, and none that bears the claim out. */
  readonly opposing: Reading | null;
  /** True where a sentence is the claim word for word. */
  readonly isVerbatim: boolean;
}

/** Reads by rules what the windows of a source say of a claim. */
export function readSourceFor(
  claim: ClaimText,
  source: SourceText,
  windows: readonly Window[],
): SourceReading {
  const { document } = source;
  const inWindows = [...new Set(windows.flatMap((window) => window.sentences))].sort((a, b) => a - b);
  const chosen = inWindows.flatMap((index) => source.sentences[index] ?? []);
  const around = factsOf(chosen.map(({ text }) => text).join('\n'), document.publishedAt);
  const readings = nearest(claim, chosen)
    .map(({ span }) => readBeside(claim.facts, { document, span, context: span }, { around, weigh: () => 1 }))
    .sort((a, b) => b.similarity + b.coverage - a.similarity - a.coverage);
  return {
    source,
    windows,
    readings,
    opposing: opposingOf(readings),
    isVerbatim: readings.some(({ similarity }) => similarity > WORD_FOR_WORD),
  };
}

/** Likeness of a sentence that is the claim but for case and marks. */
const WORD_FOR_WORD = 0.999;

function nearest({ content }: ClaimText, sentences: readonly SourceSentence[]): SourceSentence[] {
  const stems = new Set(content.map(({ stem }) => stem));
  const shared = ({ stems: held }: SourceSentence) => [...stems].filter((stem) => held.has(stem)).length;
  return sentences
    .map((sentence) => ({ sentence, count: shared(sentence) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, READ_SENTENCES)
    .map(({ sentence }) => sentence);
}

function opposingOf(readings: readonly Reading[]): Reading | null {
  const opposing = readings.find(contradicts);
  if (opposing === undefined) return null;
  return readings.some((reading) => bearsOut(reading) && !isOutweighed(reading, opposing)) ? null : opposing;
}
