import type { ReasonCode } from '../../src/domain/verdict.ts';
import { randomFrom, sample } from '../asking/random.ts';
import { isHeldOut } from '../asking/split.ts';
import { changeDate, changeNumber, type Edit, type EditTools, negate } from '../checking/edits.ts';
import { EXPECTED } from '../checking/planted-items.ts';
import type { LabelledPair } from './pair.ts';
import { plantedPairs } from './planted-pairs.ts';
import { loadUnseenSets } from './unseen-sets.ts';

/** A claim beside a source, and the reason for which the source contradicts it; none where it bears it out. */
export interface EditedClaim extends LabelledPair {
  /** `copied`: a sentence of the source, edited or not; `retold`: said in other words. */
  readonly wording: 'copied' | 'retold';
  readonly kind: string;
  readonly expected: ReasonCode | null;
}

/** Claims of a set, and sentences of a kind, at most. */
const PER_SET = 400;
const PER_KIND = 120;
const SEED = 11;

// A name inside a sentence; another of the same set takes its place.
const NAME = /(?<=\p{Ll},? )\p{Lu}\p{Ll}{3,12}(?: \p{Lu}\p{Ll}{2,12})?(?=[ ,.] ?(?:\p{Ll}|$))/gu;

const EDITS: Readonly<Record<string, { readonly edit: Edit; readonly expected: ReasonCode }>> = {
  number: { edit: changeNumber, expected: 'number-mismatch' },
  date: { edit: changeDate, expected: 'date-mismatch' },
  name: { edit: renameOne, expected: 'name-mismatch' },
  negation: { edit: negate, expected: 'negation-mismatch' },
};

function renameOne(sentence: string, { random, names }: EditTools): string | null {
  const [match] = sample([...sentence.matchAll(NAME)], 1, random);
  if (match === undefined) return null;
  const [other] = sample(
    names.filter((name) => !sentence.includes(name)),
    1,
    random,
  );
  if (other === undefined) return null;
  return sentence.slice(0, match.index) + other + sentence.slice(match.index + match[0].length);
}

/**
 * What the constants of a verdict are chosen on; the fifth that the suites judge on is left out. Of the sets that
 * the model was not trained on, the claims that are borne out, as they are and with one fact changed: such an edit
 * stands in a sentence that its source says in other words. And planted edits of news sentences, beside
 * sentences untouched and lightly reworded.
 */
export async function editedClaims(dataDir: string): Promise<EditedClaim[]> {
  const sets = await loadUnseenSets(dataDir);
  const retold = sets.flatMap(({ name, pairs }) => {
    const random = randomFrom(SEED);
    const open = pairs.filter(({ group, isSupported }) => isSupported && !isHeldOut(group));
    const names = [...new Set(open.flatMap(({ claim }) => claim.match(NAME) ?? []))];
    const tools: EditTools = { random, vocabulary: [], names };
    return sample(open, PER_SET, random).flatMap((pair) => retoldOf(pair, name, tools));
  });
  const planted = await plantedPairs(dataDir, { perKind: PER_KIND, seed: SEED, heldOut: false });
  const copied = planted.map(
    ({ item, ...pair }): EditedClaim => ({
      ...pair,
      wording: 'copied',
      kind: item.kind,
      expected: EXPECTED[item.kind],
    }),
  );
  return [...retold, ...copied];
}

function retoldOf(pair: LabelledPair, set: string, tools: EditTools): EditedClaim[] {
  const edited = Object.entries(EDITS).flatMap(([kind, { edit, expected }]): EditedClaim[] => {
    const claim = edit(pair.claim, tools);
    if (claim === null) return [];
    return [
      { ...pair, id: `${pair.id}-${kind}`, claim, isSupported: false, wording: 'retold', kind, expected },
    ];
  });
  return [{ ...pair, wording: 'retold', kind: set, expected: null }, ...edited];
}
