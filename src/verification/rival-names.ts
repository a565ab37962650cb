import { type Span, spansOverlap } from '../domain/span.ts';
import { TITLES } from '../text/name-words.ts';
import type { NameMention } from '../text/names.ts';
import { align } from './align.ts';
import type { Token } from './compare-tokens.ts';
import type { Place, TokenRange } from './places.ts';
import type { Facts } from './statement.ts';

/** Two mentions of one kind at the same place of two sentences. */
export interface RivalPair<T> {
  readonly one: T;
  readonly other: T;
  readonly place: Place;
  readonly draft: Facts;
  readonly source: Facts;
}

/** Likeness of two sentences from which whatever stands in a name's place has taken it. */
const NEARLY_COPIED = 0.8;

/** Tokens of a sentence that is long enough to be told as a copy by its other words. */
const LONG = 15;

/**
 * True when one name has taken the place of another. Not where the source names ours too, be it by half
 * of it or in another form; where letters may stand for the name; where more than the name is another;
 * or, unless the sentences are one but for this, where a country stands for its president.
 */
export function isRivalName({ one, other, place, draft, source }: RivalPair<NameMention>): boolean {
  const similarity = align(draft.tokens, source.tokens)?.similarity ?? 0;
  const isCopy = draft.tokens.length >= LONG && similarity >= NEARLY_COPIED;
  const changed = isCopy ? draft.tokens.slice(...place.ours) : within(draft.tokens, one);
  if (sharesWord(changed, source) || sameOpening(one, other)) return false;
  if ((one.kind === 'acronym') !== (other.kind === 'acronym')) return false;
  if (!isCopy && isCountry(one) !== isCountry(other)) return false;
  return isAlone(place.ours, draft) && isAlone(place.theirs, source);
}

const OPENING_CHARS = 3;

// `Hibernian`, `Hibs`: a nickname keeps the beginning; two that begin with the same word may differ later.
function sameOpening(a: NameMention, b: NameMention): boolean {
  const opening = ({ text }: NameMention) => text.slice(0, OPENING_CHARS).toLowerCase();
  return opening(a) === opening(b) && a.text.split(' ')[0] !== b.text.split(' ')[0];
}

// Only where the source has it as a name: "the new nation" does not hold "New Zealand".
function sharesWord(name: readonly Token[], { tokens, text }: Facts): boolean {
  const named = tokens.filter(({ start }) => /\p{Lu}/u.test(text.charAt(start)));
  const stems = new Set(named.map(({ stem }) => stem));
  return name.some(({ stem }) => stems.has(stem));
}

const isCountry = ({ kind }: NameMention) => kind === 'country' || kind === 'demonym';

// A title or an article may come and go with the name; another preposition makes another statement.
function isAlone([from, to]: TokenRange, { tokens, names }: Facts): boolean {
  return tokens
    .slice(from, to)
    .every(
      (token) =>
        names.some((name) => spansOverlap(token, name)) ||
        TITLES.has(token.key) ||
        /^(?:the|an?)$/.test(token.key),
    );
}

const within = (tokens: readonly Token[], span: Span) => tokens.filter((token) => spansOverlap(token, span));
