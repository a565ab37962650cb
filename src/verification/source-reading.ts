import { shiftSpan } from '../domain/span.ts';
import type { ClaimPart, ClaimText } from './claim-text.ts';
import { type MissingPart, type Reading, readBeside, type WeighWord } from './reading.ts';
import type { SourceSentence, SourceText } from './source-text.ts';
import { type Facts, factsOf } from './statement.ts';
import { bearsOut, contradicts, isOutweighed } from './verdicts.ts';
import { chooseWindows, type Window } from './windows.ts';
import { inSourceWords } from './wording.ts';

/** Sentences of a source that rules read closely; what bears a claim out is among the nearest. */
const READ_SENTENCES = 6;

/** A window that was chosen for one sentence of the claim. */
export interface PartWindow extends Window {
  readonly part: ClaimPart;
}

/** One sentence of a claim held against a source by rules; all draft spans count in the whole claim. */
export interface PartReading {
  readonly part: ClaimPart;
  /** The sentence as the model is to read it. */
  readonly wording: string;
  /** Of the nearest sentences, nearest first. */
  readonly readings: readonly Reading[];
  /** What none of the windows holds. */
  readonly missing: readonly MissingPart[];
  /** A sentence that gives a fact differently, and none that bears this one out. */
  readonly opposing: Reading | null;
  /** True where a sentence of the source is this one word for word. */
  readonly isVerbatim: boolean;
}

/** A claim held against one source, before the model is asked. */
export interface SourceReading {
  readonly source: SourceText;
  /** Best first for each part, in the order of the parts. */
  readonly windows: readonly PartWindow[];
  /** One for each part of the claim. */
  readonly parts: readonly PartReading[];
}

/** Chooses the windows of a source that may bear a claim out, and reads by rules what stands there. */
export function readSourceFor(claim: ClaimText, source: SourceText, weigh: WeighWord): SourceReading {
  const windows = claim.parts.flatMap((part) =>
    chooseWindows(part.content, source, weigh).map((window) => ({ ...window, part })),
  );
  const chosen = windowSentences(source, windows);
  const around = factsOf(chosen.map(({ text }) => text).join('\n'), source.document.publishedAt);
  return { source, windows, parts: claim.parts.map((part) => readPart(part, source, { chosen, around })) };
}

/** The sentences of some windows, each once, in the order of the source. */
export function windowSentences(source: SourceText, windows: readonly Window[]): SourceSentence[] {
  const indexes = [...new Set(windows.flatMap((window) => window.sentences))].sort((a, b) => a - b);
  return indexes.flatMap((index) => source.sentences[index] ?? []);
}

/** Likeness of a sentence that is the claim but for case and marks. */
const WORD_FOR_WORD = 0.999;

function readPart(
  part: ClaimPart,
  { document }: SourceText,
  { chosen, around }: { readonly chosen: readonly SourceSentence[]; readonly around: Facts },
): PartReading {
  const readings = nearest(part, chosen)
    .map(({ span }) => readBeside(part.facts, { document, span, context: span }, { around, weigh: () => 1 }))
    .map((reading) => inClaim(reading, part))
    .sort((a, b) => b.similarity + b.coverage - a.similarity - a.coverage);
  return {
    part,
    wording: inSourceWords(part, around),
    readings,
    missing: readings[0]?.missing ?? [],
    opposing: opposingOf(readings),
    isVerbatim: readings.some(({ similarity }) => similarity > WORD_FOR_WORD),
  };
}

function inClaim(reading: Reading, { start }: ClaimPart): Reading {
  if (start === 0) return reading;
  return {
    ...reading,
    findings: reading.findings.map((finding) => ({ ...finding, draft: shiftSpan(finding.draft, start) })),
    missing: reading.missing.map((missing) => shiftSpan(missing, start)),
  };
}

function nearest({ content }: ClaimPart, sentences: readonly SourceSentence[]): SourceSentence[] {
  const stems = [...new Set(content.map(({ stem }) => stem))];
  const shared = ({ stems: held }: SourceSentence) => stems.filter((stem) => held.has(stem)).length;
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
