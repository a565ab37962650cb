import { readDigits } from './number-digits.ts';
import { type Figure, figure, wordScale } from './number-figure.ts';
import type { NumberText } from './number-text.ts';
import { measureOf } from './number-units.ts';
import { denominatorOf, ordinalOf, readNumberWords, scaleOf, vagueRange } from './number-words.ts';
import type { Word } from './tokens.ts';

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
  const tally = readTally(source, single);
  if (tally !== null) return tally;
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

// What a vote or a match is counted in.
const TALLIED = /^(?:votes?|goals?|points?|runs?|seats?|sets?|frames?|games?|tries|ballots?)$/;
// `a vote of 17 to 15`, `won by 3 to 1`
const BEFORE_TALLY = /^(?:by|of|won|lost|voted|passed|led|leading|lead|ahead|beaten|beat)$/;

// `17 votes to 15`, and `17 to 15` where it falls: no range does.
function readTally(source: NumberText, single: Figure): Figure | null {
  const { words, joined } = { words: source.words, joined: (at: number) => source.joined(at) };
  const isNamed = TALLIED.test(words[single.next]?.norm ?? '') && joined(single.next - 1);
  const link = isNamed ? single.next + 1 : single.next;
  const second = words[link + 1];
  const before = words[single.first - 1]?.norm ?? '';
  if (words[link]?.norm !== 'to' || !joined(link - 1) || !joined(link) || second === undefined) return null;
  if (before === 'from' || (!isNamed && !BEFORE_TALLY.test(before))) return null;
  const other = /^\p{N}/u.test(second.text)
    ? readDigits(source, link + 1, second)
    : readWords(source, link + 1, second);
  if (other === null || other.kind !== 'count' || wordScale(source, other.next) !== null) return null;
  if (!isNamed && single.low < other.low) return null;
  const { end, next } = other;
  return { ...single, kind: 'score', high: other.low, end, next, plainFigure: false, weak: false };
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
