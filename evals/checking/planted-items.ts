import type { ReasonCode } from '../../src/domain/verdict.ts';
import { sentences } from '../../src/text/sentences.ts';
import { randomFrom, sample } from '../asking/random.ts';
import type { CollectionText } from '../collections/collection.ts';
import {
  changeDate,
  changeName,
  changeNumber,
  changeQuotation,
  changeSpeaker,
  type Edit,
  type EditTools,
  keepQuotation,
  NO_PERSON,
  negate,
  PERSON,
  reword,
} from './edits.ts';

export type ItemKind =
  | 'number'
  | 'date'
  | 'quotation'
  | 'name'
  | 'negation'
  | 'speaker'
  | 'quoted'
  | 'untouched'
  | 'reworded';

/** A sentence of a draft, and what was done to the archive's own to get it. */
export interface PlantedItem {
  readonly kind: ItemKind;
  readonly original: string;
  readonly text: string;
  /** The text that the original stands in. */
  readonly source: CollectionText;
}

/** The reason that an edit of a kind should be given; none for what should pass. */
export const EXPECTED: Readonly<Record<ItemKind, ReasonCode | null>> = {
  number: 'number-mismatch',
  date: 'date-mismatch',
  quotation: 'quote-altered',
  name: 'name-mismatch',
  negation: 'negation-mismatch',
  speaker: 'quote-misattributed',
  quoted: null,
  untouched: null,
  reworded: null,
};

const EDITS: Readonly<Record<ItemKind, Edit>> = {
  number: changeNumber,
  date: changeDate,
  quotation: changeQuotation,
  name: changeName,
  negation: negate,
  speaker: changeSpeaker,
  quoted: keepQuotation,
  untouched: (sentence) => sentence,
  reworded: reword,
};

/** Draws `perKind` sentences for each kind, edits them, and shuffles them; the same for the same seed. */
export function plantItems(
  texts: readonly CollectionText[],
  options: { readonly perKind: number; readonly seed: number },
): PlantedItem[] {
  const random = randomFrom(options.seed);
  const pool = texts.flatMap((source) =>
    plainSentences(source.text).map((original) => ({ original, source })),
  );
  const originals = pool.map(({ original }) => original);
  const tools: EditTools = { random, vocabulary: vocabularyOf(originals), names: namesOf(originals) };
  const used = new Set<string>();
  // The keys are the kinds.
  const kinds = Object.keys(EDITS) as ItemKind[];
  const items = kinds.flatMap((kind) => {
    const planted: PlantedItem[] = [];
    for (const { original, source } of sample(pool, Math.min(pool.length, options.perKind * 40), random)) {
      if (planted.length === options.perKind) break;
      if (used.has(original)) continue;
      const text = EDITS[kind](original, tools);
      if (text === null) continue;
      used.add(original);
      planted.push({ kind, original, text, source });
    }
    return planted;
  });
  return sample(items, items.length, random);
}

// Whole sentences as a reporter writes them; a mark without its partner is half of a quotation.
function plainSentences(text: string): string[] {
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(
      (sentence) =>
        sentence.length >= 50 &&
        sentence.length <= 320 &&
        /^[\p{Lu}“"]/u.test(sentence) &&
        /[.”"]$/u.test(sentence),
    )
    .filter(
      (sentence) =>
        (sentence.match(/["“”]/gu)?.length ?? 0) % 2 === 0 &&
        !/\p{Lu}{4,} \p{Lu}{4,}|https?:|[|•›]/u.test(sentence),
    );
}

function vocabularyOf(pool: readonly string[]): string[] {
  return [...new Set(pool.flatMap((sentence) => sentence.match(/(?<= )[a-z]{5,10}(?= )/g) ?? []))].slice(
    0,
    5_000,
  );
}

function namesOf(pool: readonly string[]): string[] {
  const found = pool.flatMap((sentence) => sentence.match(PERSON) ?? []);
  return [...new Set(found)].filter((name) => !NO_PERSON.test(name)).slice(0, 2_000);
}
