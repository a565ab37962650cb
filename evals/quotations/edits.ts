import { sample } from '../asking/random.ts';
import type { CollectionText } from '../collections/collection.ts';
import type { Spoken } from './spoken.ts';

/** Makes a quotation another, or null where it has nothing to edit. */
export type Edit = (said: string, random: () => number) => string | null;

// Common words that say something in nearly any sentence, none the synonym of another.
const OTHER_WORDS =
  'harbour simple winter council expensive never quietly music yesterday stronger music'.split(' ');
const SMALL = 'two three four five six seven eight nine ten twelve twenty'.split(' ');

/** One word inside made another. */
export const changeWord: Edit = (said, random) =>
  replaceOne(
    said,
    /(?<=\p{L} )\p{Ll}{4,}(?= \p{L})/gu,
    random,
    (found) =>
      sample(
        OTHER_WORDS.filter((word) => word !== found),
        1,
        random,
      )[0] ?? null,
  );

/** Another figure or number word. */
export const changeNumber: Edit = (said, random) =>
  replaceOne(
    said,
    /(?<![\p{L}\p{N}.,-])(?:\d+(?:,\d{3})*|two|three|four|five|six|ten)(?![\p{L}\p{N}-])/gu,
    random,
    (found) =>
      /\d/.test(found)
        ? String(Number(found.replaceAll(',', '')) + 1 + Math.floor(random() * 20))
        : (sample(
            SMALL.filter((word) => word !== found),
            1,
            random,
          )[0] ?? null),
  );

/** A `not` put in, or one taken out. */
export const negate: Edit = (said, random) =>
  /(?<= )not /u.test(said) && random() < 0.5
    ? said.replace(/(?<= )not /u, '')
    : replaceOne(
        said,
        /(?<= )(?:is|are|was|were|will|would|can|could|should)(?= (?!not|never|no )\p{Ll})/gu,
        random,
        (verb) => `${verb} not`,
      );

function replaceOne(
  text: string,
  pattern: RegExp,
  random: () => number,
  change: (found: string) => string | null,
): string | null {
  const [match] = sample([...text.matchAll(pattern)], 1, random);
  const changed = match === undefined ? null : change(match[0]);
  if (match === undefined || changed === null) return null;
  return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
}

/** A run of words left out for an ellipsis, or words explained in brackets. */
export const shorten: Edit = (said, random) => {
  const list = said.split(' ');
  if (list.length < 12) return null;
  const at = 4 + Math.floor(random() * (list.length - 10));
  const count = 1 + Math.floor(random() * 4);
  const mark = sample(['…', '...', '[…]', '[the plan]'], 1, random)[0] ?? '…';
  return [...list.slice(0, at), mark, ...list.slice(at + (mark === '[the plan]' ? 1 : count))].join(' ');
};

/** The same draft with straight, angled, German or single marks. */
export function remark(draft: string, random: () => number): string {
  const pairs = ['""', '«»', '„“', '‘’'];
  const [open = '"', close = '"'] = sample(pairs, 1, random)[0] ?? '';
  // Single marks inside would end a quotation in single marks.
  const plain = draft.includes('’') || draft.includes("'") ? ['"', '"'] : [open, close];
  return draft.replaceAll('“', plain[0] ?? '"').replaceAll('”', plain[1] ?? '"');
}

const REPORTED =
  /(?<=^|[.,] )(?<speaker>(?!But|And|The)\p{Lu}\p{Ll}{2,12} \p{Lu}\p{Ll}{2,12}) (?:said|added|warned|insisted) (?:that )?(?<said>(?:he|she|it|they|the \p{Ll}+) [^"“”\n:;]{30,160}?)(?=[.]\s)/gmu;

/** What the text reports of somebody in its own words, to be put in quotation marks as his or hers. */
export function indirect({ id, text }: CollectionText): Spoken[] {
  return [...text.matchAll(REPORTED)].map(({ groups }) => ({
    textId: id,
    said: inFirstPerson(groups?.['said'] ?? ''),
    speaker: groups?.['speaker'] ?? null,
  }));
}

const inFirstPerson = (said: string) => {
  const own = said
    .replace(/^(?:he|she) /u, 'I ')
    .replace(/^they /u, 'we ')
    .replace(/^it /u, 'it ');
  return (own.charAt(0).toUpperCase() + own.slice(1))
    .replace(/(?<=^I )(?:was|is)(?= )/u, 'am')
    .replace(/ would /u, ' will ');
};
