import type { Document } from '../domain/document.ts';
import type { Span } from '../domain/span.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { isSpeechVerb } from '../text/name-words.ts';
import { type NameMention, names } from '../text/names.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { type TimeMention, times } from '../text/times.ts';
import { compareTokens, type Token } from './compare-tokens.ts';

/** What rules read of a sentence; all offsets count in `text`. */
export interface Facts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly times: readonly TimeMention[];
  readonly names: readonly NameMention[];
}

/** A sentence of the archive that may bear out a claim. */
export interface EvidenceSentence {
  readonly document: Document;
  /** Counts in `document.text`. */
  readonly span: Span;
  /** The sentence with its neighbours: where a word of the claim may also stand. */
  readonly context: Span;
}

/** Reads a sentence once, for every comparison. `reference`: the day it was written, where known. */
export function factsOf(text: string, reference: string | null = null): Facts {
  return {
    text,
    tokens: compareTokens(text),
    numbers: numbers(text),
    dates: dates(text, { reference }),
    times: times(text),
    names: names(text),
  };
}

// Words that a retelling changes freely: how something was said, where in the sentence it stands, and the
// hedge of a number, which is compared with the number.
const FILLERS = new Set(
  'according among amongst amid including also via per while around currently now already reportedly however meanwhile still over under nearly almost about approximately roughly least exceeding'.split(
    ' ',
  ),
);

/** The tokens that carry what a sentence says beside its figures and dates: no grammar, no verbs of saying. */
export function contentTokens({ tokens, numbers: figures, dates: days, times: hours }: Facts): Token[] {
  const typed: readonly Span[] = [...figures, ...days, ...hours];
  return tokens.filter(
    (token) =>
      token.weight === 1 &&
      !FILLERS.has(token.key) &&
      !isSpeechVerb(token.key) &&
      !typed.some((span) => span.start <= token.start && token.end <= span.end),
  );
}
