import type { Span } from '../domain/span.ts';
import { type CountryMatch, countryOf, LONGEST_COUNTRY_NAME } from './countries.ts';
import type { NameRun } from './name-line.ts';
import { capitalRuns } from './name-runs.ts';
import { ORGANIZATION_WORDS, ROLE_ENDS, TITLES } from './name-words.ts';
import type { Word } from './tokens.ts';

export type NameKind = 'person' | 'organization' | 'country' | 'demonym' | 'acronym' | 'unknown';

/** A proper name in a text, without its title and without a possessive ending. */
export interface NameMention extends Span {
  /** `text === source.slice(start, end)`. */
  readonly text: string;
  readonly kind: NameKind;
  /** The title that stands before it (`Foreign Minister`), else null. */
  readonly title: string | null;
  /** As `countryOf` gives it, for names and demonyms of countries. */
  readonly country: string | null;
}

/**
 * The proper names of a text in order, never overlapping: runs of capitals with their particles.
 * A capital that only opens a sentence is no name unless something else in the text says so. In
 * headlines (most words capitalized) only countries, acronyms and names known from the rest of the
 * text are given; in text all of capitals, nothing. Linear in the text's length.
 */
export function names(text: string): NameMention[] {
  return capitalRuns(text).flatMap((run) => mentions(text, run));
}

function mentions(text: string, run: NameRun): NameMention[] {
  const found: NameMention[] = [];
  let list = run.words;
  while (list.length > 0) {
    const country = countryAt(text, list, 0);
    if (country !== null && !isOrganization(list.slice(country.next))) {
      found.push(country.mention);
      list = list.slice(country.next);
    } else {
      const end = isOrganization(list) ? list.length : nextCountry(text, list, 1);
      found.push(...named(text, run, list.slice(0, end)));
      list = list.slice(end);
    }
  }
  return found;
}

const ORGANIZATION_LEADS = new Set(['united', 'press', 'new']);

// "Press Secretary Dmitry Peskov" is a person: what follows the last title decides.
function isOrganization(list: readonly Word[]): boolean {
  const titled = list.findLastIndex((word) => ROLE_ENDS.has(word.norm));
  const part = titled > -1 && titled < list.length - 1 ? list.slice(titled + 1) : list;
  return (
    part.some((word) => ORGANIZATION_WORDS.has(word.norm)) &&
    (part.length > 1 || !ORGANIZATION_LEADS.has(part[0]?.norm ?? ''))
  );
}

// "Russian Foreign Minister Lavrov" holds a country and a person; "Bank of England" is one name.
function nextCountry(text: string, list: readonly Word[], from: number): number {
  for (let index = from; index < list.length; index++) {
    const afterOf = /^(?:of|de|la)$/.test(list[index - 1]?.norm ?? '');
    if (!afterOf && countryAt(text, list, index) !== null) return index;
  }
  return list.length;
}

function countryAt(
  text: string,
  list: readonly Word[],
  from: number,
): { mention: NameMention; next: number } | null {
  for (let count = Math.min(LONGEST_COUNTRY_NAME, list.length - from); count > 0; count--) {
    const span = spanOf(text, list.slice(from, from + count));
    const country = countryOf(text.slice(span.start, span.end));
    if (country !== null) return { mention: countryMention(text, span, country), next: from + count };
  }
  return null;
}

function countryMention(text: string, span: Span, country: CountryMatch): NameMention {
  const kind = country.form === 'name' ? 'country' : 'demonym';
  return { ...span, text: text.slice(span.start, span.end), kind, title: null, country: country.code };
}

function named(text: string, run: NameRun, part: readonly Word[]): NameMention[] {
  const organization = isOrganization(part);
  const titled = part.findLastIndex((word) => (organization ? ROLE_ENDS : TITLES).has(word.norm)) + 1;
  const isTitled = titled > 0 && titled < part.length;
  // "Secretary of the Treasury": what joins the title to the name belongs to neither.
  const core = (isTitled ? part.slice(titled) : part).slice(
    leadingJoiners(part.slice(isTitled ? titled : 0)),
  );
  if (!namesSomeone(core, organization)) return [];
  const span = spanOf(text, core);
  const name = text.slice(span.start, span.end);
  const title = isTitled
    ? textOf(text, part.slice(0, titled))
    : core.length === run.words.length
      ? run.lowerTitle
      : null;
  return [
    { ...span, text: name, kind: kindOf(name, { organization, title, words: core }), title, country: null },
  ];
}

// "Secretary of State Ilse Varga": the office is part of the title.
const OFFICES = new Set(
  'state defence defense treasury interior finance commerce education energy health labor labour justice'.split(
    ' ',
  ),
);

function leadingJoiners(list: readonly Word[]): number {
  const first = list.findIndex((word) => !/^(?:of|for|the)$/.test(word.text));
  if (first === -1) return list.length;
  const isOffice = first > 0 && OFFICES.has(list[first]?.norm ?? '') && list.length > first + 1;
  return isOffice ? first + 1 : first;
}

// "The Prime Minister" is a role; who holds it is not said here. "Press" and "Day" alone name nothing.
function namesSomeone(core: readonly Word[], organization: boolean): boolean {
  const last = core.at(-1);
  if (last === undefined) return false;
  if (core.every((word) => TITLES.has(word.norm) || ROLE_ENDS.has(word.norm))) return false;
  return !(organization && core.length === 1);
}

const textOf = (text: string, list: readonly Word[]) => {
  const { start, end } = spanOf(text, list);
  return text.slice(start, end);
};

interface NameShape {
  readonly organization: boolean;
  readonly title: string | null;
  readonly words: readonly Word[];
}

function kindOf(name: string, { organization, title, words }: NameShape): NameKind {
  if (organization) return 'organization';
  if (title !== null) return 'person';
  if (/^[\p{Lu}\p{N}&]{2,8}s?$/u.test(name)) return 'acronym';
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word.text)).length;
  return capitals >= 2 && capitals <= 4 ? 'person' : 'unknown';
}

// A possessive ending and the stop of "U.S." belong to the sentence, not to the name.
function spanOf(text: string, list: readonly Word[]): Span {
  const start = list[0]?.start ?? 0;
  const end = list.at(-1)?.end ?? start;
  const possessive = /['’]s$/u.test(text.slice(end - 2, end)) ? 2 : 0;
  const dotted = possessive === 0 && text[end] === '.' && /\.\p{Lu}$/u.test(text.slice(end - 2, end)) ? 1 : 0;
  return { start, end: end - possessive + dotted };
}
