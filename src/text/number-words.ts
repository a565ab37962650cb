import type { Word } from './tokens.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety';

const ordered = (list: string) => list.split(' ').map((word, index): [string, number] => [word, index]);

const SMALL = new Map<string, number>([
  ...ordered(UNITS),
  ...ordered(TENS).map(([word, index]): [string, number] => [word, index * 10]),
]);

const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
]);

const ORDINALS = new Map<string, number>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
  ['thirteenth', 13],
  ['fourteenth', 14],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['hundredth', 100],
]);

const FRACTIONS = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);

// "Hundreds of" and its kin: the range that a careful reader would still accept.
const VAGUE = new Map<string, readonly [number, number]>([
  ['dozens', [24, 200]],
  ['scores', [40, 200]],
  ['hundreds', [100, 1e3]],
  ['thousands', [1e3, 1e6]],
  ['millions', [1e6, 1e9]],
  ['billions', [1e9, 1e12]],
  ['trillions', [1e12, 1e15]],
]);

/** 0 to 90 of a number word below a hundred (`forty`, `seven`), else null. `norm` as `words` gives it. */
function smallNumber(norm: string): number | null {
  return SMALL.get(norm) ?? null;
}

/** What a scale word or its abbreviation multiplies by (`million`, `bn`), else null. */
export function scaleOf(norm: string): number | null {
  return SCALES.get(norm) ?? null;
}

/** The rank of an ordinal in words or figures (`third`, `21st`), else null. */
export function ordinalOf(norm: string): number | null {
  const figure = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(norm)?.[1];
  return figure === undefined ? (ORDINALS.get(norm) ?? null) : Number(figure);
}

/** The denominator of a fraction word (`thirds` is 3), else null. */
export function denominatorOf(norm: string): number | null {
  return FRACTIONS.get(norm) ?? null;
}

/** The range that `dozens`, `hundreds`, … stand for, else null. */
export function vagueRange(norm: string): readonly [number, number] | null {
  return VAGUE.get(norm) ?? null;
}

export interface WordNumber {
  readonly value: number;
  /** Index of the first word after it. */
  readonly next: number;
  /** True where the words are an ordinal (`twenty-first`). */
  readonly ordinal: boolean;
}

interface Reading {
  total: number;
  group: number;
  next: number;
  ordinal: boolean;
}

/**
 * Reads a number in words that starts at `words[from]`: `forty-five`, `two hundred and six
 * thousand`, `twenty-first`, `two dozen`, `a hundred`. Null where none starts there.
 * `joined(i)` tells whether nothing but white space or a hyphen stands between words i and i + 1.
 */
export function readNumberWords(
  words: readonly Word[],
  from: number,
  joined: (index: number) => boolean,
): WordNumber | null {
  const article = isArticle(words[from]) && joined(from) && opensAfterArticle(words[from + 1]);
  const reading: Reading = {
    total: 0,
    group: article ? 1 : 0,
    next: article ? from + 1 : from,
    ordinal: false,
  };
  const first = reading.next;
  while (reading.next < words.length && !reading.ordinal) {
    if (reading.next > first && !joined(reading.next - 1)) break;
    if (!readNext(words, reading, joined)) break;
  }
  if (reading.next === first) return null;
  return { value: reading.total + reading.group, next: reading.next, ordinal: reading.ordinal };
}

const isArticle = (word: Word | undefined) => word?.norm === 'a' || word?.norm === 'an';

function opensAfterArticle(word: Word | undefined): boolean {
  const norm = word?.norm ?? '';
  return norm === 'dozen' || ((scaleOf(norm) ?? 0) >= 100 && norm.length > 3);
}

function readNext(words: readonly Word[], reading: Reading, joined: (index: number) => boolean): boolean {
  const norm = words[reading.next]?.norm ?? '';
  if (norm === 'and') return readAnd(words, reading, joined);
  const started = reading.group > 0 || reading.total > 0;
  if (norm === 'dozen' && reading.total === 0) return applyDozen(reading);
  const scale = norm.length > 3 ? scaleOf(norm) : null;
  if (scale !== null && started) return applyScale(reading, scale);
  const small = smallNumber(norm);
  if (small !== null && fits(reading.group, small)) {
    reading.group += small;
    reading.next++;
    return true;
  }
  return started && readOrdinalEnd(reading, norm);
}

// `twenty first`, `one hundred third`; an ordinal alone is read elsewhere.
function readOrdinalEnd(reading: Reading, norm: string): boolean {
  const rank = ORDINALS.get(norm) ?? null;
  if (rank === null || !fits(reading.group, rank) || reading.group === 0) return false;
  reading.group += rank;
  reading.next++;
  reading.ordinal = true;
  return true;
}

function applyDozen(reading: Reading): boolean {
  reading.group = Math.max(1, reading.group) * 12;
  reading.next++;
  return true;
}

function applyScale(reading: Reading, scale: number): boolean {
  if (scale === 100) {
    if (reading.group === 0 || reading.group > 99) return false;
    reading.group *= 100;
  } else {
    if (reading.group === 0) return false;
    reading.total += reading.group * scale;
    reading.group = 0;
  }
  reading.next++;
  return true;
}

// "two hundred and six": the `and` belongs to the number only after a hundred or thousand.
function readAnd(words: readonly Word[], reading: Reading, joined: (index: number) => boolean): boolean {
  const afterScale = (scaleOf(words[reading.next - 1]?.norm ?? '') ?? 0) >= 100;
  const next = smallNumber(words[reading.next + 1]?.norm ?? '');
  if (!afterScale || next === null || next === 0 || !joined(reading.next)) return false;
  reading.next++;
  return true;
}

function fits(group: number, small: number): boolean {
  if (group === 0) return true;
  if (small === 0) return false;
  const rest = group % 100;
  if (rest === 0) return small < 100;
  return rest >= 20 && rest % 10 === 0 && small < 10;
}
