import type { Span } from '../domain/span.ts';
import type { NameMention } from './names.ts';
import { spansWithin } from './spans-within.ts';
import { words } from './tokens.ts';

/** Who is said to have said something, as the text puts it. */
export interface Speaker extends Span {
  /** `text === source.slice(start, end)`. */
  readonly text: string;
  /** `role`: `the minister`; `pronoun`: `she`. */
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name, or the one that a pronoun or role stands for when the paragraph tells; else null. */
  readonly name: string | null;
}

/** A text, whom it names, and what it quotes. */
export interface SpokenText {
  readonly text: string;
  readonly mentions: readonly NameMention[];
  /** Surnames of those whom it names in full. */
  readonly surnames: ReadonlySet<string>;
  /** All its quotations, with their marks. */
  readonly quoted: readonly Span[];
}

/** Persons, bodies, roles and pronouns of a region that may be said to speak, in order. */
export function candidatesIn(text: SpokenText, region: Span): Speaker[] {
  return [...namedIn(text, region), ...rolesIn(text, region), ...pronounsIn(text, region)].sort(
    (a, b) => a.start - b.start,
  );
}

// How far before a pronoun whom it means may stand, in UTF-16 units.
const REACH = 720;

const PRONOUN = /^(?:he|she|they)$/;
const ROLE =
  /(?<!\p{L})(?:the|a|an|his|her|its|one|another)\s(?:[\p{L}-]{1,20}\s){0,3}?(?:minister|president|spokesman|spokeswoman|spokesperson|official|officials|officer|leader|leaders|council|police|authorities|government|court|prosecutor|prosecutors|lawyers|attorney|party|club|team|campaign|firm|agency|secretary|chief|executive|ambassador|analyst|expert|general|governor|mayor|judge|coach|manager|director|chairman|ministry|statement|source|sources|report|author|resident|witness|lawyer|company|department|office)(?!\p{L})/giu;

function namedIn({ text, mentions }: SpokenText, region: Span): Speaker[] {
  return spansWithin(mentions, region)
    .filter((mention) => mention.kind !== 'demonym' && !isModifier(text, mention))
    .map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
      kind: 'name',
      name: text.slice(start, end),
    }));
}

// "Her grief over Brandt's death", and then "she": somebody else.
const isPossessor = (text: string, { end }: Span) => /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));

// "CNN's Banfield", "Lund council": somebody else speaks.
const isModifier = (text: string, { end }: Span) => MODIFIES.test(text.slice(end, end + 40));
const MODIFIES =
  /^(?:['’]s\s|\s(?:[a-z-]+\s)?(?:council|police|officials?|government|court|ministry|authorities|party|club|team|spokes[a-z]+|residents?|lawyers?|attorney|campaign|office|leaders?|prosecutors?|firm|agency|department)(?![\p{L}-]))/u;

function rolesIn(site: SpokenText, region: Span): Speaker[] {
  const part = site.text.slice(region.start, region.end);
  return [...part.matchAll(ROLE)].map((match) => {
    const start = region.start + match.index;
    const span = { start, end: start + match[0].length };
    return { ...span, text: match[0], kind: 'role', name: null };
  });
}

function pronounsIn(site: SpokenText, region: Span): Speaker[] {
  return words(site.text.slice(region.start, region.end))
    .filter((word) => PRONOUN.test(word.norm))
    .map((word) => {
      const start = region.start + word.start;
      return {
        start,
        end: region.start + word.end,
        text: word.text,
        kind: 'pronoun',
        name: antecedent(site, start),
      };
    });
}

// The last person named before the pronoun in this paragraph or the one before, but not by whoever is
// quoted. A surname alone is a person's where the text has the full name; places and bodies are no he or she.
function antecedent({ text, mentions, surnames, quoted }: SpokenText, before: number): string | null {
  const region = { start: Math.max(0, before - REACH), end: before };
  const persons = spansWithin(mentions, region).filter(
    (mention) =>
      (mention.kind === 'person' || mention.title !== null || surnames.has(mention.text)) &&
      !isQuoted(quoted, mention) &&
      !isPossessor(text, mention),
  );
  return persons.at(-1)?.text ?? null;
}

function isQuoted(quoted: readonly Span[], { start }: Span): boolean {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (quoted[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
}

/** Surnames of the persons whom a text names in full. */
export function surnamesOf(mentions: readonly NameMention[]): ReadonlySet<string> {
  const persons = mentions.filter(({ kind }) => kind === 'person');
  return new Set(persons.map(({ text }) => text.split(' ').at(-1) ?? ''));
}
