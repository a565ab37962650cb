import { sameName } from '../text/name-compare.ts';
import type { NameMention } from '../text/names.ts';
import type { Speaker } from '../text/quote-speakers.ts';

export type Attribution = 'same' | 'different' | 'unknown';

/** Who speaks in one text, and whom that text names. */
export interface Attributed {
  readonly speaker: Speaker | null;
  readonly names: readonly NameMention[];
}

/**
 * Whether two texts give a quotation to one speaker. `different` only for two persons whom the texts
 * name beside it: a spokesman and his office, a role, or a pronoun that could mean several, are not
 * told apart from here.
 */
export function compareSpeakers(draft: Attributed, source: Attributed): Attribution {
  const [ours, theirs] = [draft.speaker, source.speaker];
  if (ours === null || theirs === null || ours.name === null || theirs.name === null) return 'unknown';
  if (sameName(ours.name, theirs.name)) return 'same';
  const arePersons = isPerson(ours.name, draft, source) && isPerson(theirs.name, source, draft);
  return arePersons && ours.kind === 'name' && theirs.kind === 'name' ? 'different' : 'unknown';
}

// A surname alone is a person's where either text gives the full name or a title.
function isPerson(name: string, ...texts: readonly Attributed[]): boolean {
  return texts.some(({ names }) =>
    names.some((other) => other.kind === 'person' && sameName(name, other.text)),
  );
}
