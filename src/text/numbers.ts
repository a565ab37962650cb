import { type Span, spansOverlap } from '../domain/span.ts';
import { dates } from './dates.ts';
import type { Figure } from './number-figure.ts';
import { readFigure } from './number-figures.ts';
import { type Measured, measured } from './number-measure.ts';
import { type CountedNoun, countedNoun } from './number-noun.ts';
import { type NumberText, numberText } from './number-text.ts';
import { times } from './times.ts';

/** `label`: a figure that is part of a name, such as `Resolution 1701`. */
export type NumberKind = Measured['kind'] | 'label';

/** How the words around a figure bend it; `vague` for `dozens`, `thousands`. */
export type NumberBound = 'exact' | 'about' | 'more-than' | 'less-than' | 'vague';

/** A number as a text gives it; the span holds the figure with its sign, currency, scale and unit. */
export interface NumberMention extends Span {
  /** `text === source.slice(start, end)`. */
  readonly text: string;
  readonly kind: NumberKind;
  /** Fractions from 0 to 1, percents as written. Equal to `high` but for ranges, vague numbers and scores. */
  readonly low: number;
  readonly high: number;
  readonly bound: NumberBound;
  /** True where the text says that it is not this: `45, not 54`. */
  readonly isDenied: boolean;
  /** Currency code, measure, `%`; null for a plain count. */
  readonly unit: string | null;
  /** What is counted, singular and lower case: `32,000 African students` → `student`. Of a label: its name. */
  readonly noun: string | null;
  /** From the figure to the end of that noun, for people to read: `54 aircraft`. */
  readonly phrase: Span;
}

// What looks like a number and is an address, a version, a telephone number, a footnote or a list mark.
const NOT_NUMBERS: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S{1,2000}/gu,
  /(?<![^\s<(])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu,
  /(?<![\p{N}.])\d{1,6}(?:\.\d{1,6}){2,9}(?!\p{N})/gu,
  /(?<![\p{N}\p{L}])\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,5}(?!\p{N})/gu,
  /\(\d{3}\)\s?\d{3}-\d{4}|(?<![\p{N}-])(?:\d{3}-){1,2}\d{4}(?![\p{N}-])/gu,
  /\[\d{1,3}\]/gu,
  /^[ \t]{0,8}\(?\d{1,3}[.)](?=\s)/gmu,
];

/**
 * The numbers that a text names, in figures and in words, in order, never overlapping. Dates, times,
 * addresses, telephone numbers, list marks and figures inside names such as `Su-57` are left out.
 * Linear in the text's length.
 */
export function numbers(text: string): NumberMention[] {
  const source = numberText(text);
  const masks = maskedSpans(text);
  const found: NumberMention[] = [];
  let mask = 0;
  for (let index = 0; index < source.words.length; ) {
    const start = source.words[index]?.start ?? 0;
    while ((masks[mask]?.end ?? Number.POSITIVE_INFINITY) <= start) mask++;
    const figure = readFigure(source, index);
    const masked = figure !== null && overlapsAny(masks, mask, figure);
    if (figure !== null && !masked) found.push(...mentionsOf(source, figure));
    index = figure === null || masked ? index + 1 : figure.next;
  }
  return found;
}

// After these words "one" is a pronoun.
const PRONOUN_LEADS = new Set('no any every some each this that another which the'.split(' '));

const overlapsAny = (masks: readonly Span[], from: number, span: Span) => {
  const next = masks[from];
  return next !== undefined && spansOverlap(next, span);
};

// Merged, so that one pass over the words can follow them.
function maskedSpans(text: string): Span[] {
  const odd = NOT_NUMBERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...odd, ...dates(text), ...times(text)].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function mentionsOf(source: NumberText, figure: Figure): NumberMention[] {
  const unit = measured(source, figure);
  if (figure.weak && PRONOUN_LEADS.has(source.words[figure.first - 1]?.norm ?? '')) return [];
  const counts = unit.unit === null && unit.kind !== 'score';
  const noun =
    counts && !(figure.weak && source.words[figure.next]?.norm === 'of')
      ? countedNoun(source, unit.next)
      : null;
  if (noun === null && unit.unit === null && (unit.kind === 'ordinal' || figure.weak)) return [];
  const label = unit.kind === 'count' ? labelBefore(source, figure, noun) : null;
  return [{ ...describe(source.text, unit, noun, label), ...bounds(source, figure, unit.firstWord) }];
}

function describe(text: string, unit: Measured, noun: CountedNoun | null, label: Label | null) {
  const { start, end } = unit;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: label === null ? unit.kind : ('label' as const),
    unit: unit.unit,
    noun: label === null ? (noun?.norm ?? null) : label.norm,
    phrase: label === null ? { start, end: Math.max(end, noun?.end ?? 0) } : { start: label.start, end },
  };
}

function bounds(source: NumberText, figure: Figure, firstWord: number) {
  const { low, high } = figure;
  return {
    low,
    high,
    bound: figure.vague ? ('vague' as const) : boundBefore(source, firstWord),
    isDenied: isDeniedBefore(source, firstWord),
  };
}

interface Label {
  readonly norm: string;
  readonly start: number;
}

const LABELS = new Set(
  (
    'flight boeing airbus apollo resolution article route room channel section chapter page no number phase type level grade category class ' +
    'gate platform act part volume season episode round group division brigade regiment district zone area model figure table paragraph ' +
    'rule highway motorway interstate bus line'
  ).split(' '),
);
const LOWER_CASE_LABELS = new Set('page room chapter section paragraph no number'.split(' '));

// A name such as `Resolution 1701`; other capitals only inside a sentence and with no noun after.
function labelBefore(source: NumberText, figure: Figure, noun: CountedNoun | null): Label | null {
  const previous = source.words[figure.first - 1];
  if (previous === undefined || !figure.plainFigure || !/^\.?\s$/u.test(source.gap(figure.first)))
    return null;
  const capital = /^\p{Lu}/u.test(previous.text);
  const known = LABELS.has(previous.norm) && (capital || LOWER_CASE_LABELS.has(previous.norm));
  const opensSentence = figure.first < 2 || /[.!?:\n“"]/u.test(source.gap(figure.first - 1));
  const inName = capital && noun === null && !opensSentence;
  return known || inName ? { norm: previous.norm, start: previous.start } : null;
}

const ABOUT = new Set(
  'about around approximately roughly circa some nearly almost approx estimated'.split(' '),
);
const MORE = new Set(
  'over above exceeding exceeded exceeds topping topped tops surpassing surpassed surpasses'.split(' '),
);
const LESS = new Set('under below'.split(' '));
const PAIRS: Readonly<Record<string, NumberBound>> = {
  'more than': 'more-than',
  'greater than': 'more-than',
  'at least': 'more-than',
  'less than': 'less-than',
  'fewer than': 'less-than',
  'at most': 'less-than',
  'up to': 'less-than',
};

function isDeniedBefore({ words }: NumberText, firstWord: number): boolean {
  const [before, previous] = [words[firstWord - 2]?.norm ?? '', words[firstWord - 1]?.norm ?? ''];
  return previous === 'not' || /^(?:rather than|instead of)$/.test(`${before} ${previous}`);
}

function boundBefore(source: NumberText, firstWord: number): NumberBound {
  if (/[~≈]\s?$/u.test(source.gap(firstWord))) return 'about';
  const [before, previous] = [
    source.words[firstWord - 2]?.norm ?? '',
    source.words[firstWord - 1]?.norm ?? '',
  ];
  const pair = PAIRS[`${before} ${previous}`];
  if (pair !== undefined) return pair;
  if (ABOUT.has(previous)) return 'about';
  if (MORE.has(previous)) return 'more-than';
  return LESS.has(previous) ? 'less-than' : 'exact';
}
