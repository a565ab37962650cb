import type { Span } from '../domain/span.ts';
import { followsATime, stopRule } from './abbreviations.ts';

// A run of end marks (of any script), then what closes after it: quotes, brackets, note references.
// Nothing may be asked of the text behind the run here: a failure would be tried again at every mark.
const END =
  /(?:\p{Sentence_Terminal}|…)+(?:["'”’»›)\]」』）]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079])*/gu;

// These end a sentence with no white space behind them.
const FULL_WIDTH = /[。！？｡．]/u;

// Words that open a sentence far more often than they follow an abbreviation inside one.
const OPENERS = new Set(
  'the a an he she it they we you i in on at but and this that these those his her its their as for after before when while if however meanwhile there from by with since although because both some many most no not what who why how where'.split(
    ' ',
  ),
);

// After a question or an exclamation in quotation marks: `"Why now?" Mayor Smith asked.`
const SPEAKER =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|replied|told|wrote|shouted|cried|joked|wondered|exclaimed)\b/u;

/** Longest word that is looked at before a mark; no abbreviation comes near it. */
const MAX_ABBREVIATION_CHARS = 12;

/**
 * Sentence spans of one text, trimmed, in order, never overlapping; together they hold everything but
 * white space. A line break ends a sentence; with `singleBreaks: false` only an empty line does. Takes
 * time linear in the text.
 */
export function sentences(text: string, options: { readonly singleBreaks?: boolean } = {}): Span[] {
  const breaks = options.singleBreaks === false ? /\n[^\S\n]*\n/g : /\n/g;
  const spans: Span[] = [];
  let from = 0;
  for (const { index } of text.matchAll(breaks)) {
    splitLine(text, { start: from, end: index }, spans);
    from = index;
  }
  splitLine(text, { start: from, end: text.length }, spans);
  return spans;
}

function splitLine(text: string, line: Span, spans: Span[]): void {
  const words = text.slice(line.start, line.end);
  const isCaseless = !/\p{Lu}/u.test(words);
  let from = 0;
  for (const match of words.matchAll(END)) {
    const mark = { start: match.index, end: match.index + match[0].length };
    if (!endsSentence(words, mark, { from, isCaseless })) continue;
    pushTrimmed(text, { start: line.start + from, end: line.start + mark.end }, spans);
    from = mark.end;
  }
  pushTrimmed(text, { start: line.start + from, end: line.end }, spans);
}

function pushTrimmed(text: string, { start, end }: Span, spans: Span[]): void {
  const part = text.slice(start, end);
  const trimmed = part.trim();
  if (trimmed === '') return;
  const from = start + part.length - part.trimStart().length;
  spans.push({ start: from, end: from + trimmed.length });
}

interface Sentence {
  /** Where the sentence that the mark may end began. */
  readonly from: number;
  /** The line has no capital letter, so that a small one says nothing. */
  readonly isCaseless: boolean;
}

function endsSentence(line: string, mark: Span, sentence: Sentence): boolean {
  const marks = line.slice(mark.start, mark.end);
  if (FULL_WIDTH.test(marks)) return true;
  const gap = /^\s*/.exec(line.slice(mark.end, mark.end + 64))?.[0].length ?? 0;
  // What decides is at most the speaker of a quotation.
  const after = line.slice(mark.end + gap, mark.end + gap + 120);
  if (after === '') return true;
  if (gap === 0) return false;
  const isDetached = /\s/.test(line.charAt(mark.start - 1)) && /^[.?!]$/.test(marks);
  // `"Stop!" he said`; but in `it ended . then` the blank before the stop shows that words were parted from marks.
  if (/^\p{Ll}/u.test(after) && !sentence.isCaseless && !isDetached) return false;
  if (!/^\.(?!\.)/.test(marks)) return !(/["”’»]$/.test(marks) && SPEAKER.test(after));
  return stopEndsSentence(wordBefore(line, mark.start, sentence.from), after);
}

interface LastWord {
  readonly text: string;
  /** Nothing stands before it in its sentence. */
  readonly isAlone: boolean;
}

function wordBefore(line: string, mark: number, from: number): LastWord {
  const before = line.slice(Math.max(from, mark - MAX_ABBREVIATION_CHARS - 2), mark);
  const text = /([\p{L}\p{N}.]*)\s?$/u.exec(before)?.[1] ?? '';
  const isAlone = mark - from <= before.length && before.trim() === text;
  return { text, isAlone };
}

function stopEndsSentence(word: LastWord, after: string): boolean {
  // The label of a list item: `1. Open the tap.`
  if (word.isAlone && /^(?:\p{N}{1,3}|\p{L}|[ivx]{1,4})$/iu.test(word.text)) return false;
  const next = /^[\p{P}\p{S}\s]{0,3}([\p{L}\p{N}]+)(\.?)/u.exec(after);
  const nextWord = next?.[1]?.toLowerCase() ?? '';
  const rule = stopRule(word.text);
  switch (rule) {
    case 'ends':
      return true;
    case 'goes-on':
      return false;
    case 'ends-unless-number':
      return !/^\p{N}/u.test(nextWord);
    case 'ends-unless-day':
      return !followsATime(nextWord);
    case 'ends-before-opener':
      // `A. A. Milne`: a letter with a stop of its own is an initial, not an article.
      return OPENERS.has(nextWord) && !(nextWord.length === 1 && next?.[2] === '.');
    default:
      return rule satisfies never;
  }
}
