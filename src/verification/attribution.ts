import { foldName } from '../text/countries.ts';
import { sameName } from '../text/name-compare.ts';
import { TITLES } from '../text/name-words.ts';
import type { NameMention } from '../text/names.ts';
import type { Speaker } from '../text/quote-speakers.ts';
import { words } from '../text/tokens.ts';

export type Attribution =
  | 'same'
  /** Two persons, whom the texts name. */
  | 'different'
  /** A person of whom the source, wherever it gives the words to, knows nothing. */
  | 'not-named'
  | 'unknown';

/** Who speaks in one text, and whom that text names. */
export interface Attributed {
  readonly speaker: Speaker | null;
  readonly names: readonly NameMention[];
}

/**
 * Whether two texts give a quotation to one speaker. `different` only for two persons whom the texts
 * name beside it: a spokesman and his office, a role, or a pronoun that could mean several, are not
 * told apart from here. `not-named` where the draft names a person and the source never does, unless it
 * gives the words to a role that is the person's title in the draft.
 */
export function compareSpeakers(
  draft: Attributed,
  source: Attributed & { readonly text: string },
): Attribution {
  const [ours, theirs] = [draft.speaker, source.speaker];
  if (ours === null || ours.name === null) return 'unknown';
  const them = theirs?.name ?? null;
  if (them !== null && sameName(ours.name, them)) return 'same';
  if (!isPerson(ours.name, draft, source)) return 'unknown';
  if (them !== null && isPerson(them, source, draft)) return 'different';
  return holdsName(source.text, ours.name) || isTitleOf(theirs, ours.name, draft) ? 'unknown' : 'not-named';
}

// A surname alone is a person's where either text gives the full name or a title.
function isPerson(name: string, ...texts: readonly Attributed[]): boolean {
  return texts.some(({ names }) =>
    names.some((other) => other.kind === 'person' && sameName(name, other.text)),
  );
}

// By the surname, in any case: a headline or a text without capitals has it too.
function holdsName(text: string, name: string): boolean {
  const surname = words(foldName(name)).at(-1)?.norm ?? '';
  return words(text).some(({ norm }) => norm === surname);
}

// "the mayor said" where the draft has "Mayor Ilse Varga".
function isTitleOf(role: Speaker | null, name: string, { names }: Attributed): boolean {
  const titles = names.flatMap(({ text, title }) =>
    title !== null && sameName(text, name) ? words(title) : [],
  );
  const held = new Set(titles.map(({ norm }) => norm).filter((norm) => TITLES.has(norm)));
  return role !== null && words(role.text).some(({ norm }) => held.has(norm));
}
