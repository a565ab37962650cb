import type { Span } from '../domain/span.ts';
import { type CountryMatch, countryOf, LONGEST_COUNTRY_NAME } from './countries.ts';
import { capitalRuns, type NameRun } from './name-runs.ts';
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
  const list = run.words;
  const found: NameMention[] = [];
  let from = 0;
  while (from < list.length) {
    const country = countryAt(text, list, from);
    const isWhole = from === 0 && country !== null && !isOrganization(list);
    if (country !== null && (isWhole || !isOrganization(list.slice(from)))) {
      found.push(country.mention);
      from = country.next;
      continue;
    }
    const next = nextCountry(text, list, from + 1);
    const part = isOrganization(list.slice(from)) ? list.slice(from) : list.slice(from, next);
    found.push(...named(text, run, part));
    from += part.length;
  }
  return found;
}

const isOrganization = (list: readonly Word[]) =>
  list.length > 1 && list.some((word) => ORGANIZATION_WORDS.has(word.norm));

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
  const last = part.at(-1);
  if (last === undefined) return [];
  const organization = isOrganization(part);
  const titled = organization ? 0 : part.findLastIndex((word) => TITLES.has(word.norm)) + 1;
  const core = part.slice(titled);
  // "The Prime Minister" is a role; who holds it is not said here.
  if (
    core.length === 0 ||
    (organization && part.length === 1) ||
    (core.length === 1 && ROLE_ENDS.has(last.norm))
  )
    return [];
  const span = spanOf(text, core);
  const name = text.slice(span.start, span.end);
  const title = titled > 0 ? textOf(text, part.slice(0, titled)) : core === part ? run.lowerTitle : null;
  return [
    {
      ...span,
      text: name,
      kind: kindOf(name, { organization, title, words: core.length }),
      title,
      country: null,
    },
  ];
}

const textOf = (text: string, list: readonly Word[]) => {
  const { start, end } = spanOf(text, list);
  return text.slice(start, end);
};

function kindOf(
  name: string,
  { organization, title, words }: { organization: boolean; title: string | null; words: number },
): NameKind {
  if (organization) return 'organization';
  if (title !== null) return 'person';
  if (/^[\p{Lu}\p{N}&]{2,8}s?$/u.test(name)) return 'acronym';
  return words >= 2 && words <= 5 ? 'person' : 'unknown';
}

// A possessive ending and the stop of "U.S." belong to the sentence, not to the name.
function spanOf(text: string, list: readonly Word[]): Span {
  const start = list[0]?.start ?? 0;
  const end = list.at(-1)?.end ?? start;
  const possessive = /['’]s$/u.test(text.slice(end - 2, end)) ? 2 : 0;
  const dotted = possessive === 0 && text[end] === '.' && /\.\p{Lu}$/u.test(text.slice(end - 2, end)) ? 1 : 0;
  return { start, end: end - possessive + dotted };
}
