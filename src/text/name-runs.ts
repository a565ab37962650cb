import { monthNumber, WEEKDAYS } from './calendar.ts';
import { countryOf } from './countries.ts';
import type { NameLine, NameRun } from './name-line.ts';
import { openingName, withoutFirst } from './name-openings.ts';
import { JOINERS, OPENING_PARTICLES, PARTICLES, TITLES } from './name-words.ts';
import { sentences } from './sentences.ts';
import { isFunctionWord, type Word, words } from './tokens.ts';

// Fewer capitals may be a name and a title under a picture.
const HEADLINE_MIN_WORDS = 5;

// A long headline may have a word in lower case that is no grammar ("amid", "per").
const HEADLINE_WORDS_A_SLIP = 8;

// The longest names of ministries and treaties stay below; more capitals in a row are a table or a menu.
const MAX_RUN_WORDS = 16;

/** The runs of capitalized words that read as names, in order. */
export function capitalRuns(text: string): NameRun[] {
  const lines = splitSentences(text);
  const known = knownNames(lines);
  return lines.flatMap((line) => {
    if (isAllCapitals(line.words)) return [];
    const runs = runsOf(line);
    return isHeadline(line)
      ? runs.flatMap((run) => keepKnown(run, known))
      : runs.flatMap((run) => trimmed(line, run, known));
  });
}

function splitSentences(text: string): NameLine[] {
  const list = words(text);
  let from = 0;
  return sentences(text).map((span) => {
    let to = from;
    while (to < list.length && (list[to]?.start ?? 0) < span.end) to++;
    const sentence = { text, end: span.end, words: list.slice(from, to) };
    from = to;
    return sentence;
  });
}

const isCapitalized = (word: Word) => /^(?:\p{Lu}|[dlDLO]['’]\p{Lu})/u.test(word.text);
// "Jan" and "Mar" are first names more often than months in a run of capitals.
const isCalendarWord = (norm: string) =>
  (monthNumber(norm) !== null && (norm.length > 4 || /^(?:may|june|july)$/.test(norm))) ||
  WEEKDAYS.some((day) => day === norm);
const MONTHS_AND_NAMES = new Set(['may', 'june', 'april', 'august']);

function isAllCapitals(list: readonly Word[]): boolean {
  const letters = list.filter((word) => /\p{L}{2}/u.test(word.text));
  return letters.length >= 3 && letters.every((word) => word.text === word.text.toUpperCase());
}

// In a headline in capitals only grammar is in lower case; a running sentence has a verb that is too.
function isHeadline({ text, end, words: list }: NameLine): boolean {
  if (/[.!?"”]$/u.test(text.slice(end - 1, end)) || !/^\p{Lu}/u.test(list[0]?.text ?? '')) return false;
  const content = list.filter((word) => /^\p{L}/u.test(word.text) && !isFunctionWord(word.norm));
  const lower = content.filter((word) => !isCapitalized(word)).length;
  return content.length >= HEADLINE_MIN_WORDS && lower <= Math.floor(content.length / HEADLINE_WORDS_A_SLIP);
}

// Words that stand capitalized inside a running sentence: those are names wherever they stand.
function knownNames(lines: readonly NameLine[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const line of lines) {
    if (isHeadline(line)) continue;
    line.words.forEach((word, index) => {
      if (isCapitalized(word) && index > 0 && !opensQuote(line, index)) known.add(word.norm);
    });
  }
  return known;
}

const gapBefore = ({ text, words: list }: NameLine, index: number) =>
  text.slice(list[index - 1]?.end ?? 0, list[index]?.start);
// A straight mark with a space after it has closed a quotation.
const opensQuote = (line: NameLine, index: number) =>
  /(?:[:•*]\s*|\s[–—]\s*|[“‘«„(]\s?|["'])$/u.test(gapBefore(line, index));

function runsOf(line: NameLine): NameRun[] {
  const runs: NameRun[] = [];
  for (let index = 0; index < line.words.length; ) {
    const end = runEnd(line, index);
    if (end > index)
      runs.push({
        words: line.words.slice(index, end),
        at: index,
        lowerTitle: lowerTitleBefore(line, index),
      });
    index = Math.max(end, index + 1);
  }
  return runs;
}

function lowerTitleBefore(line: NameLine, index: number): string | null {
  const word = line.words[index - 1];
  return word !== undefined && TITLES.has(word.norm) && /^\.?\s$/u.test(gapBefore(line, index))
    ? word.text
    : null;
}

function runEnd(line: NameLine, from: number): number {
  if (!opensRun(line, from)) return from;
  let end = from + 1;
  while (end < line.words.length && end - from < MAX_RUN_WORDS) {
    if (endsRun(line, end - 1)) break;
    const next = continuation(line, end);
    if (next === null) break;
    end = next;
  }
  return end;
}

function opensRun(line: NameLine, index: number): boolean {
  const word = line.words[index];
  if (word === undefined) return false;
  if (OPENING_PARTICLES.has(word.text))
    return gapBefore(line, index + 1) === '-' && isNameWord(line.words[index + 1]);
  return isNameWord(word);
}

function isNameWord(word: Word | undefined): boolean {
  if (word === undefined || !isCapitalized(word) || word.text === 'I' || /^I['’]/u.test(word.text))
    return false;
  return !isCalendarWord(word.norm);
}

const endsRun = (line: NameLine, index: number) => /['’]s$/u.test(line.words[index]?.text ?? '');

// The word at `index` goes on with the run, perhaps over particles: the index after it, else null.
function continuation(line: NameLine, index: number): number | null {
  let at = index;
  for (; at < line.words.length && at - index < 3; at++) {
    const word = line.words[at];
    if (word === undefined || !parted(line, at)) return null;
    if (isNamedLikeMonth(line, at)) return at + 1;
    if (isNameWord(word) && !(at > 0 && isFunctionWord(word.norm) && !/^(?:The|Of)$/.test(word.text)))
      return at + 1;
    if (
      !PARTICLES.has(word.text) &&
      !JOINERS.has(word.text) &&
      !(word.text === 'the' && at > index) &&
      !/^\p{Ll}{1,4}$/u.test(hyphened(line, at))
    )
      return null;
  }
  return null;
}

// "Theresa May" goes on; "In May" and "Since May" do not begin.
function isNamedLikeMonth(line: NameLine, index: number): boolean {
  const [word, before] = [line.words[index], line.words[index - 1]];
  if (word === undefined || before === undefined || !isCapitalized(word) || !MONTHS_AND_NAMES.has(word.norm))
    return false;
  return !isFunctionWord(before.norm) && !/^\s\d/.test(line.text.slice(word.end, word.end + 2));
}

// `wal-Muslimin`, `Nasr al-Islam`: a short lower-case part bound by a hyphen to a capital.
function hyphened(line: NameLine, index: number): string {
  return gapBefore(line, index + 1) === '-' && isNameWord(line.words[index + 1])
    ? (line.words[index]?.text ?? '')
    : '';
}

function parted(line: NameLine, index: number): boolean {
  const gap = gapBefore(line, index);
  if (/^[ \u00a0\n]$|^[-‐‑&'’]$|^ & $/u.test(gap)) return true;
  const before = line.words[index - 1];
  // Initials and titles keep their stop: "J. K. Rowling", "Gen. Ortiz", "St. Louis".
  return (
    /^\. ?$/.test(gap) &&
    before !== undefined &&
    (before.text.length === 1 || TITLES.has(before.norm) || before.norm === 'st')
  );
}

// A run without the word that is capitalized for another reason than being a name.
function trimmed(line: NameLine, run: NameRun, known: ReadonlySet<string>): NameRun[] {
  if (run.at === 0 || opensQuote(line, run.at)) return openingName(line, run, known);
  return isFunctionWord(run.words[0]?.norm ?? '') ? withoutFirst(run) : [run];
}

function keepKnown(run: NameRun, known: ReadonlySet<string>): NameRun[] {
  const kept: NameRun[] = [];
  let part: Word[] = [];
  const flush = () => {
    if (part.length > 0) kept.push({ words: part, at: run.at, lowerTitle: null });
    part = [];
  };
  for (const word of run.words) {
    if (known.has(word.norm) || countryOf(word.text) !== null || /^\p{Lu}{2,6}$/u.test(word.text))
      part.push(word);
    else flush();
  }
  flush();
  return kept;
}
