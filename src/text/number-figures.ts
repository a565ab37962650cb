import type { NumberText } from './number-text.ts';
import { measureOf } from './number-units.ts';
import { denominatorOf, ordinalOf, readNumberWords, scaleOf, vagueRange } from './number-words.ts';
import type { Word } from './tokens.ts';

/** A number without what is counted: its value, its words and its place. */
export interface Figure {
  readonly kind: 'count' | 'ordinal' | 'fraction' | 'score';
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
  /** Indexes of its first word and of the first word after it. */
  readonly first: number;
  readonly next: number;
  readonly vague: boolean;
  /** `one`, which is as often a pronoun: it counts only before a noun. */
  readonly weak: boolean;
  /** Plain digits, as in the numbers of names. */
  readonly plainFigure: boolean;
  /** A measure written against the digits (`10km`), else null. */
  readonly attachedUnit: string | null;
}

/** Reads the number that starts at word `first`; null where none does. */
export function readFigure(source: NumberText, first: number): Figure | null {
  const word = source.words[first];
  if (word === undefined || insideName(source, first)) return null;
  const single = readSingle(source, first, word);
  if (single === null || single.kind !== 'count' || single.vague) return single;
  return readPair(source, single) ?? readScale(source, single);
}

// `Su-57`, `COVID-19`, `mid-20`: a hyphen without space binds the figure to the word before it.
function insideName(source: NumberText, first: number): boolean {
  const previous = source.words[first - 1];
  if (previous === undefined || !/\p{L}$/u.test(previous.text)) return false;
  const bound = /^[-‐‑/_]$/u.test(source.gap(first));
  return bound && !/^\p{Ll}/u.test(source.words[first]?.text ?? '');
}

function readSingle(source: NumberText, first: number, word: Word): Figure | null {
  if (/^\p{N}/u.test(word.text)) return readDigits(source, first, word);
  return readVague(source, first) ?? readFraction(source, first) ?? readWords(source, first, word);
}

interface Draft {
  readonly low: number;
  readonly high?: number;
  readonly next: number;
  readonly kind?: Figure['kind'];
  readonly vague?: boolean;
  readonly weak?: boolean;
  readonly plainFigure?: boolean;
  readonly attachedUnit?: string | null;
  readonly start?: number;
}

function figure(source: NumberText, first: number, draft: Draft): Figure {
  return {
    kind: draft.kind ?? 'count',
    low: draft.low,
    high: draft.high ?? draft.low,
    start: draft.start ?? source.words[first]?.start ?? 0,
    end: source.words[draft.next - 1]?.end ?? 0,
    first,
    next: draft.next,
    vague: draft.vague ?? false,
    weak: draft.weak ?? false,
    plainFigure: draft.plainFigure ?? false,
    attachedUnit: draft.attachedUnit ?? null,
  };
}

const DIGITS =
  /^(?<int>\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,15})(?<decimals>\.\d{1,9})?(?<part>[¼½¾])?(?<suffix>\p{L}{0,9})$/u;
const PARTS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** The value of digits as news writes them (`32,000`, `27.7`, `2½`), with the letters that follow; null for others. */
function parseDigits(text: string): { value: number; suffix: string } | null {
  const groups = DIGITS.exec(text)?.groups;
  if (groups === undefined)
    return text.length === 1 && PARTS[text] !== undefined ? { value: PARTS[text], suffix: '' } : null;
  const whole = Number(`${(groups['int'] ?? '').replaceAll(',', '')}${groups['decimals'] ?? ''}`);
  return { value: whole + (PARTS[groups['part'] ?? ''] ?? 0), suffix: groups['suffix'] ?? '' };
}

function readDigits(source: NumberText, first: number, word: Word): Figure | null {
  const rank = ordinalOf(word.norm);
  if (rank !== null) return figure(source, first, { kind: 'ordinal', low: rank, next: first + 1 });
  const parsed = parseDigits(word.text);
  if (parsed === null) return null;
  const scale = attachedScale(source, first, parsed.suffix);
  const unit = measureOf(parsed.suffix.toLowerCase());
  if (parsed.suffix !== '' && scale === null && unit === null && parsed.suffix !== 'pc') return null;
  const start = minusBefore(source, first) ? word.start - 1 : word.start;
  const sign = start < word.start ? -1 : 1;
  const thousands = parsed.suffix === '' ? spacedThousands(source, first, parsed.value) : null;
  if (thousands !== null) return figure(source, first, { ...thousands, start });
  return figure(source, first, {
    low: sign * parsed.value * (scale ?? 1),
    next: first + 1,
    start,
    plainFigure: /^\d{1,4}$/.test(word.text),
    attachedUnit: scale === null ? (parsed.suffix === 'pc' ? '%' : unit) : null,
  });
}

const METRE_CONTEXT = new Set(
  'tall long wide high deep away race sprint final hurdles relay freestyle butterfly backstroke breaststroke dash above below from'.split(
    ' ',
  ),
);

// `1.2m people` is million, `1.8m tall` is metres.
function attachedScale(source: NumberText, first: number, suffix: string): number | null {
  if (suffix === '' || /^[Bb]$/.test(suffix) ? suffix === '' : false) return null;
  if (suffix === 'm' && METRE_CONTEXT.has(source.words[first + 1]?.norm ?? '')) return null;
  return scaleOf(suffix.toLowerCase());
}

function minusBefore(source: NumberText, first: number): boolean {
  const start = source.words[first]?.start ?? 0;
  return /(?:(?:^|[\s(])[-−]|−)$/u.test(source.text.slice(Math.max(0, start - 2), start));
}

// `32 000`, with any kind of space, where the second group is three digits and the first is not zero.
function spacedThousands(
  source: NumberText,
  first: number,
  value: number,
): { low: number; next: number } | null {
  if (!/^[1-9]\d{0,2}$/.test(source.words[first]?.text ?? '')) return null;
  let [low, next] = [value, first + 1];
  while (/^\d{3}$/.test(source.words[next]?.text ?? '') && isThousandsGap(source, next)) {
    low = low * 1000 + Number(source.words[next]?.text);
    next++;
  }
  return next === first + 1 ? null : { low, next };
}

function isThousandsGap(source: NumberText, index: number): boolean {
  const [gap, group] = [source.gap(index), source.words[index]?.text];
  if (/^[\u00a0\u2009\u202f]$/u.test(gap)) return true;
  // An ordinary space may part two figures, so there it takes round thousands…
  if (gap === ' ' || gap === ', ') {
    // …or, in text that was torn into words and joined again, a noun after it: "1, 056 matches".
    return (
      group === '000' ||
      (gap === ', ' && source.joined(index) && /^\p{Ll}{3}/u.test(source.words[index + 1]?.text ?? ''))
    );
  }
  return false;
}

// `hundreds of people`, `tens of thousands`, `several hundred`
function readVague(source: NumberText, first: number): Figure | null {
  const norm = source.words[first]?.norm ?? '';
  const of = source.words[first + 1]?.norm === 'of' && source.joined(first);
  if (norm === 'tens' || (norm === 'hundreds' && of)) {
    const inner = of ? vagueRange(source.words[first + 2]?.norm ?? '') : null;
    const factor = norm === 'tens' ? 10 : 100;
    if (inner !== null)
      return figure(source, first, {
        low: factor * inner[0],
        high: factor * 10 * inner[0],
        next: first + 3,
        vague: true,
      });
  }
  const range = vagueRange(norm);
  // "Scores" is a verb and a plural too; only "scores of" counts.
  if (range !== null && (norm !== 'scores' || of))
    return figure(source, first, { low: range[0], high: range[1], next: first + 1, vague: true });
  const scale =
    /^(?:several|few|many)$/.test(norm) && source.joined(first) ? wordScale(source, first + 1) : null;
  return scale === null
    ? null
    : figure(source, first, { low: 2 * scale, high: 10 * scale, next: first + 2, vague: true });
}

function wordScale(source: NumberText, index: number): number | null {
  const norm = source.words[index]?.norm ?? '';
  if (norm === 'dozen') return 12;
  return norm.length > 1 ? scaleOf(norm) : null;
}

const HALF_BEFORE = /^(?:of|the|a|an|its|their|his|her|all|this|that|those|these|our)$/;

// `half of`, `a third of`, `two-thirds`, `three quarters`, `half a million`
function readFraction(source: NumberText, first: number): Figure | null {
  const norm = source.words[first]?.norm ?? '';
  const after = source.joined(first) ? (source.words[first + 1]?.norm ?? '') : '';
  if (norm === 'half') return HALF_BEFORE.test(after) ? readHalf(source, first, after) : null;
  const top =
    norm === 'a'
      ? 1
      : (readNumberWords([...source.words.slice(first, first + 1)], 0, () => true)?.value ?? null);
  const bottom = after === '' ? null : denominatorOf(after);
  if (top === null || bottom === null || top >= bottom || top === 0) return null;
  // "The first three quarters" are counted, not parts.
  if (/^(?:first|last|next|past|previous|final)$/.test(source.words[first - 1]?.norm ?? '')) return null;
  const plural = after.endsWith('s') || after === 'halves';
  if (top > 1 ? !plural : plural || !endsFraction(source, first + 2)) return null;
  return figure(source, first, { kind: 'fraction', low: top / bottom, next: first + 2 });
}

// "A third of voters" is a share, "a third term" is not.
function endsFraction(source: NumberText, index: number): boolean {
  return (
    source.words[index] === undefined ||
    !source.joined(index - 1) ||
    /^(?:of|off|to|in|from|by|since)$/.test(source.words[index]?.norm ?? '')
  );
}

function readHalf(source: NumberText, first: number, after: string): Figure | null {
  const previous = source.words[first - 1]?.norm ?? '';
  if (ordinalOf(previous) !== null || /^(?:other|latter|final|opening|last)$/.test(previous)) return null;
  const scale = /^an?$/.test(after) ? wordScale(source, first + 2) : null;
  if (scale !== null) return figure(source, first, { low: scale / 2, next: first + 3 });
  // "Half an hour" is a measure.
  const unit = /^an?$/.test(after) ? measureOf(source.words[first + 2]?.norm ?? '') : null;
  if (unit !== null) return figure(source, first, { low: 0.5, next: first + 3, attachedUnit: unit });
  return figure(source, first, { kind: 'fraction', low: 0.5, next: first + 1 });
}

function readWords(source: NumberText, first: number, word: Word): Figure | null {
  const rank = ordinalOf(word.norm);
  if (rank !== null) return figure(source, first, { kind: 'ordinal', low: rank, next: first + 1 });
  const read = readNumberWords(source.words, first, (index) => source.joined(index));
  if (read === null) return null;
  const kind = read.ordinal ? 'ordinal' : 'count';
  const half = andAHalf(source, read.next) ? 0.5 : 0;
  return figure(source, first, {
    kind,
    low: read.value + half,
    next: read.next + (half > 0 ? 3 : 0),
    weak: read.value === 1 && half === 0,
  });
}

function andAHalf(source: NumberText, index: number): boolean {
  const norms = [0, 1, 2].map((step) => source.words[index + step]?.norm);
  return norms.join(' ') === 'and a half' && source.joined(index - 1);
}

// `27.7 billion`, `two and a half million`, `3 dozen`; the words' own scales are read with them.
function readScale(source: NumberText, single: Figure): Figure {
  const scale = source.joined(single.next - 1)
    ? (wordScale(source, single.next) ?? letterScale(source, single))
    : null;
  if (scale === null) return single;
  const [low, high] = [single.low * scale, single.high * scale];
  const end = source.words[single.next]?.end ?? single.end;
  return { ...single, low, high, end, next: single.next + 1, weak: false, plainFigure: false };
}

// `£50 m`: after a space one letter is a scale only in sums of money.
function letterScale(source: NumberText, { first, next }: Figure): number | null {
  const letter = source.words[next]?.text ?? '';
  return /^[mbk]$/.test(letter) && /[$€£¥]\s?$/u.test(source.gap(first)) ? scaleOf(letter) : null;
}

// `10–15`, `10 to 15`, `three or four`, `between 10 and 15`; and scores such as `3-1`.
function readPair(source: NumberText, single: Figure): Figure | null {
  const gap = source.gap(single.next);
  const dash = /^\s?[-–—]\s?[$€£]?$/u.test(gap);
  const link = source.words[single.next]?.norm ?? '';
  const previous = source.words[single.first - 1]?.norm ?? '';
  const linked =
    source.joined(single.next - 1) &&
    (((link === 'to' || link === 'or') && previous !== 'from') || (link === 'and' && previous === 'between'));
  if (!dash && !linked) return null;
  const at = dash ? single.next : single.next + 1;
  const word = source.words[at];
  if (word === undefined || (linked && !source.joined(at - 1) && !/^\s[$€£]$/u.test(source.gap(at))))
    return null;
  const second = /^\p{N}/u.test(word.text)
    ? readDigits(source, at, word)
    : dash
      ? null
      : readWords(source, at, word);
  if (second === null || second.kind !== 'count') return null;
  return joinPair(source, single, second, dash);
}

function joinPair(source: NumberText, first: Figure, second: Figure, dash: boolean): Figure | null {
  const scaled = readScale(source, second);
  const factor = second.low === 0 ? 1 : scaled.low / second.low;
  // "10–15 million" means ten million; "900,000 to 1.2 million" does not.
  const low = first.low < second.low && first.low < 1000 ? first.low * factor : first.low;
  const isScore = dash && first.plainFigure && second.plainFigure && first.low >= second.low;
  if (isScore)
    return {
      ...first,
      kind: 'score',
      high: second.low,
      end: second.end,
      next: second.next,
      plainFigure: false,
    };
  if (low >= scaled.low) return null;
  return { ...scaled, first: first.first, start: first.start, low, plainFigure: false, weak: false };
}
