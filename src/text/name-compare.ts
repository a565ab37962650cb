import { countryOf, foldName } from './countries.ts';
import { TITLES } from './name-words.ts';

/**
 * True when two names can mean the same person, place or organisation: equal after folding case,
 * accents and apostrophes; a surname against the full name; initials and spelling variants of a
 * first name before an equal surname (`Sergei`, `Sergey`); forms of one country (`U.S.`,
 * `American`); an acronym against the name that it abbreviates.
 */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [coreWords(a), coreWords(b)];
  if (left.length === 0 || right.length === 0) return false;
  if (left.join(' ') === right.join(' ')) return true;
  const [one, other] = [countryOf(a), countryOf(b)];
  if (one !== null || other !== null) return one?.code === other?.code;
  return samePerson(left, right) || isAcronymOf(a, b) || isAcronymOf(b, a);
}

/** The words of a name folded for comparison, without titles. Never empty for a name with letters. */
function coreWords(name: string): string[] {
  const list = foldName(name)
    .replace(/'s$/, '')
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '' && word !== 'the');
  const core = list.filter((word) => !TITLES.has(word));
  return core.length > 0 ? core : list;
}

function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (areShortened(short, long)) return true;
  const surname = (list: readonly string[]) => list.at(-1) ?? '';
  if (!sameSpelling(surname(short), surname(long))) return short.length > 1 && isSubset(short, long);
  if (short.length === 1 || isSubset(short.slice(0, -1), long)) return true;
  const [first, second] = [short[0] ?? '', long[0] ?? ''];
  return first[0] === second[0] && (first.length === 1 || second.length === 1 || isVariant(first, second));
}

// `Tim` and `Timothy`, `Sergei` and `Sergey`
const isVariant = (a: string, b: string) => isShort(a, b) || isShort(b, a) || sameSpelling(a, b);
const isShort = (short: string, long: string) => short.length >= 3 && long.startsWith(short);

// `Lib Dem` and `Liberal Democrat`
function areShortened(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  return a.every(
    (word, index) => word === b[index] || isShort(word, b[index] ?? '') || isShort(b[index] ?? '', word),
  );
}

const isSubset = (inner: readonly string[], outer: readonly string[]) =>
  inner.every((word) => outer.includes(word));

// One letter of difference in a longer word: `Sergei` and `Sergey`, `Mohammed` and `Mohammad`.
function sameSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back])
    back++;
  return Math.max(a.length, b.length) - from - back <= 1;
}

/** True when the letters of `short` are the initials of `long`: `JNIM`, `UN`, `U.N.`. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replaceAll('.', '');
  if (!/^[\p{Lu}\p{N}]{2,8}$/u.test(letters)) return false;
  const list = long.split(/[\s\-–]+/u).filter((word) => /^\p{L}/u.test(word));
  const initials = (words: readonly string[]) =>
    words
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
  if (list.length < 2) return false;
  return (
    initials(list) === letters ||
    initials(list.filter((word) => /^\p{Lu}/u.test(word))) === letters ||
    isLooseAcronym(letters, list)
  );
}

// `JNIM` for "Jama'at Nasr al-Islam wal-Muslimin": the letters in order, each at the start of a word, articles left out.
function isLooseAcronym(letters: string, list: readonly string[]): boolean {
  const heads = list.map((word) => word[0]?.toUpperCase() ?? '');
  let at = 0;
  for (const letter of letters) {
    at = heads.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return letters.length >= 3 && heads[0] === letters[0] && heads.at(-1) === letters.at(-1);
}

/** `Jama'at Nasr al-Islam wal-Muslimin (JNIM)`: the short forms that a text explains, with their long ones. */
export function acronymDefinitions(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/\((?<short>\p{Lu}[\p{Lu}\p{N}]{1,7})\)/gu)) {
    const short = match.groups?.['short'] ?? '';
    const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd();
    const long = longForm(short, before);
    if (long !== null) found.set(short, long);
  }
  return found;
}

function longForm(short: string, before: string): string | null {
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}/gu)].map((match) => match.index).reverse();
  for (const start of starts) {
    const long = before.slice(start);
    if (/[.;:!?()]\s/u.test(long)) return null;
    if (isAcronymOf(short, long)) return long;
  }
  return null;
}
