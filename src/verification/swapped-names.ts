import { sameName } from '../text/name-compare.ts';
import type { NameMention } from '../text/names.ts';
import type { RivalRelation } from './joined-relations.ts';
import type { Facts } from './statement.ts';

/** Who does something to whom, in a sentence that says it actively. */
interface Deed {
  /** Stem of the verb, or of the noun that is one too: "supply". */
  readonly verb: string;
  readonly doer: NameMention;
  readonly other: NameMention;
}

/** Words between who does something and the verb. */
const BEFORE = 4;

// What one does with another, the other does too; what one gets, another gives.
const MUTUAL = new Set(
  'meet met marry married face faced faces play played plays join joined joins partner border borders equal resemble neighbor neighbour'.split(
    ' ',
  ),
);
const TURNS = new Set('with and by from or against'.split(' '));
const BEING = new Set('is are was were be been being gets got'.split(' '));

/**
 * Two names of a claim that a sentence has the other way round: "Mozambique supplies Russia" for "Russia's
 * pledge to supply Mozambique". Only where both tell it actively, of the same verb, right beside it.
 */
export function swappedNames(claim: Facts, source: Facts): RivalRelation[] {
  const theirs = deedsIn(source);
  return deedsIn(claim).flatMap(({ verb, doer, other }) => {
    const same = theirs.filter((deed) => deed.verb === verb);
    const turned = same.find((deed) => isSame(deed.doer, other) && isSame(deed.other, doer));
    const isHeldToo = same.some((deed) => isSame(deed.doer, doer) && isSame(deed.other, other));
    if (turned === undefined || isHeldToo) return [];
    return [
      {
        draft: { start: doer.start, end: doer.end },
        source: { start: turned.doer.start, end: turned.doer.end },
      },
    ];
  });
}

const isSame = (a: NameMention, b: NameMention) => sameName(a.text, b.text);

function deedsIn({ tokens, names }: Facts): Deed[] {
  const placed = names.map((name) => ({
    name,
    from: tokens.findIndex(({ start }) => start >= name.start),
    to: tokens.findLastIndex(({ end }) => end <= name.end) + 1,
  }));
  return tokens.flatMap(({ key, stem, weight }, index) => {
    if (weight < 1 || MUTUAL.has(key) || BEING.has(tokens[index - 1]?.key ?? '')) return [];
    const doer = placed.findLast(({ to }) => to <= index && index - to <= BEFORE);
    // Right after it: "is the president of FIFA" tells of no deed.
    const next = tokens[index + 1]?.key === 'the' ? index + 2 : index + 1;
    const other = placed.find(({ from }) => from === next);
    if (doer === undefined || other === undefined) return [];
    if (placed.some(({ from, to }) => from <= index && index < to)) return [];
    if (tokens.slice(doer.to, index).some((token) => TURNS.has(token.key))) return [];
    return [{ verb: stem, doer: doer.name, other: other.name }];
  });
}
