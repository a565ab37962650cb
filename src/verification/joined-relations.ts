import type { Span } from '../domain/span.ts';
import { sameName } from '../text/name-compare.ts';
import { TITLES } from '../text/name-words.ts';
import type { NameMention } from '../text/names.ts';
import type { Facts } from './statement.ts';

/** A name that stands in one relation in the claim and, in the source, another in the same relation. */
export interface RivalRelation {
  /** Counts in the claim's text. */
  readonly draft: Span;
  /** Counts in the source sentence. */
  readonly source: Span;
}

/** "Morocco-based centre" or "a centre based in Morocco": who or what, how, and of whom it is said. */
interface Relation {
  readonly name: NameMention;
  /** Stem of `based`. */
  readonly verb: string;
  /** Stems of the words near it of which it is said. */
  readonly about: ReadonlySet<string>;
}

/**
 * Names that a claim and a sentence put in the same relation to the same thing, the one joined to its word and
 * the other after it: "based in Tunisia" for "Morocco-based". Both are names of countries or neither is: a town
 * may lie in the country. Nothing where the sentence has the claim's name in that relation too.
 */
export function rivalRelations(claim: Facts, source: Facts): RivalRelation[] {
  const [ours, theirs] = [relationsIn(claim), relationsIn(source)];
  return ours.flatMap((own) => {
    const same = theirs.filter((other) => other.verb === own.verb && isOfSame(own, other));
    const [only, ...more] = same;
    if (only === undefined || more.length > 0 || isCountry(own) !== isCountry(only)) return [];
    if (sameName(own.name.text, only.name.text)) return [];
    return [{ draft: spanOf(own.name), source: spanOf(only.name) }];
  });
}

const isCountry = ({ name }: Relation) => name.country !== null;
const spanOf = ({ start, end }: Span): Span => ({ start, end });
const isOfSame = (a: Relation, b: Relation) => [...a.about].some((stem) => b.about.has(stem));

/** Words before "based in Morocco" among which stands what is. */
const BEFORE = 14;

/** Words after "Morocco-based" that begin its name. */
const AFTER = 3;

function relationsIn(facts: Facts): Relation[] {
  return facts.names.flatMap((name) => joined(facts, name) ?? following(facts, name) ?? []);
}

// "Morocco-based Policy Center"
function joined({ text, tokens }: Facts, name: NameMention): Relation | null {
  if (!/^[-‐‑]\p{Ll}/u.test(text.slice(name.end, name.end + 2))) return null;
  const at = tokens.findIndex(({ start }) => start === name.end + 1);
  const verb = tokens[at];
  if (verb === undefined || !isParticiple(verb.key)) return null;
  return { name, verb: verb.stem, about: contentOf(tokens.slice(at + 1, at + 1 + AFTER)) };
}

const PREPOSITIONS = new Set('in to by with from on at'.split(' '));

// "a centre based in Morocco", "linked to the Islamic State"
function following({ tokens }: Facts, name: NameMention): Relation | null {
  const first = tokens.findIndex(({ start }) => start === name.start);
  const at = tokens.findLastIndex(({ key }, index) => index < first && key !== 'the' && !TITLES.has(key));
  const [verb, preposition] = [tokens[at - 1], tokens[at]];
  if (verb === undefined || !PREPOSITIONS.has(preposition?.key ?? '') || !isParticiple(verb.key)) return null;
  return { name, verb: verb.stem, about: contentOf(tokens.slice(Math.max(0, at - 1 - BEFORE), at - 1)) };
}

const contentOf = (tokens: Facts['tokens']) =>
  new Set(tokens.flatMap(({ weight, stem }) => (weight === 1 ? [stem] : [])));

const IRREGULAR = new Set('led run held built made born bound won owned'.split(' '));
const isParticiple = (word: string) => IRREGULAR.has(word) || /.{2}ed$/.test(word);
