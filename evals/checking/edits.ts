import { sample } from '../asking/random.ts';

/** Makes a sentence say something else, or null where it has nothing to edit. */
export type Edit = (sentence: string, tools: EditTools) => string | null;

export interface EditTools {
  readonly random: () => number;
  /** Plain lower-case words of the archive. */
  readonly vocabulary: readonly string[];
  /** Two-word names of the archive. */
  readonly names: readonly string[];
}

// These patterns are not the product's own, so that it is not judged by what it already knows.
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const SMALL =
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty'.split(
    ' ',
  );
// Not in names ("A320"), dates ("May 3", "Nov. 5"), times, addresses and scores.
const NOT_BEFORE = `(?<![\\p{L}\\p{N}.,/:#-]|(?:${MONTHS.join('|')}|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.|No\\.) )`;
const NOT_AFTER = `(?![\\p{N}\\p{L}:/-]|[.,]\\d| (?:${MONTHS.join('|')}|[ap]\\.m|\\w+ ago))`;
const FIGURE = new RegExp(`${NOT_BEFORE}(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)${NOT_AFTER}`, 'gu');
const SMALL_WORD = new RegExp(`(?<![\\p{L}-])(?:${SMALL.join('|')})(?![\\p{L}-]| \\w+ ago)`, 'gu');
const SCALE = /(?<=\d )(?:million|billion)(?!\p{L})/gu;
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WEEKDAYS.join('|')})(?!\\p{L})|(?<![\\p{L}\\p{N}])(?:${MONTHS.filter((month) => month !== 'May' && month !== 'March').join('|')})(?!\\p{L})|(?<=(?:in|since|by|until|of|during|from) )(?:19|20)\\d{2}(?![\\p{N}\\p{L}-]|[.,]\\d)|(?<=last )(?:year|month|week)(?!\\p{L})`,
  'gu',
);
// Only persons, by what follows: half of an organisation's name would make none.
export const PERSON =
  /(?<=\p{Ll},? )\p{Lu}\p{Ll}{2,12} \p{Lu}\p{Ll}{2,12}(?=(?:, (?:who|a|an|the|\d\d)|,? (?:said|told|added|says|has|was|is|will|had|scored|won|and his|and her)) )/gu;
// The pattern catches some roles and days with the persons.
export const NO_PERSON =
  /day\b|President|Minist|Secretary|Ireland|Kong|York|House|League|Court|United|Premier/;
const VERB =
  /(?<=\p{Ll} )(?:is|was|were|are|will|would|can|could|has|had)(?= (?!not|n['’]t|never|no )\p{Ll})/gu;

/** Changes one place that the pattern finds, drawn by chance; null where there is none. */
function replaceOne(
  text: string,
  pattern: RegExp,
  { random }: EditTools,
  change: (found: string) => string | null,
): string | null {
  const [match] = sample([...text.matchAll(pattern)], 1, random);
  const changed = match === undefined ? null : change(match[0]);
  if (match === undefined || changed === null || changed === match[0]) return null;
  return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
}

const other = (list: readonly string[], not: string, random: () => number) =>
  sample(
    list.filter((item) => item !== not),
    1,
    random,
  )[0] ?? null;

/** Another figure, number word or scale; years stay. */
export const changeNumber: Edit = (sentence, tools) => {
  const { random } = tools;
  if (random() < 0.15) {
    const scaled = replaceOne(outside(sentence), SCALE, tools, (scale) =>
      scale === 'million' ? 'billion' : 'million',
    );
    if (scaled !== null) return scaled;
  }
  const pattern = random() < 0.3 ? SMALL_WORD : FIGURE;
  return replaceOne(outside(sentence), pattern, tools, (found) => {
    if (!/\d/.test(found)) return other(SMALL, found, random);
    return /^(?:1[5-9]|20)\d{2}$/.test(found) ? null : anotherFigure(found, random);
  });
};

function anotherFigure(found: string, random: () => number): string {
  const [whole = '', decimals] = found.replaceAll(',', '').split('.');
  const swapped =
    whole.length > 1 && random() < 0.3 ? [...whole].reverse().join('').replace(/^0+/, '') : whole;
  const value =
    swapped !== whole && swapped !== ''
      ? Number(swapped)
      : Math.max(1, Math.round(Number(whole) * (1.2 + random() * 2)));
  const changed = value === Number(whole) ? value + 1 + Math.floor(random() * 5) : value;
  const grouped = found.includes(',') ? changed.toLocaleString('en-US') : String(changed);
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Another weekday, month, year or `last week` for `last month`. */
export const changeDate: Edit = (sentence, tools) =>
  replaceOne(outside(sentence), DATE, tools, (found) => {
    const { random } = tools;
    if (WEEKDAYS.includes(found)) return other(WEEKDAYS, found, random);
    if (MONTHS.includes(found)) return other(MONTHS, found, random);
    if (/\d/.test(found))
      return String(Number(found) + (random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * 9)));
    return other(['year', 'month', 'week'], found, random);
  });

/** One to three neighbouring words inside a quotation made others, or one word left out. */
export const changeQuotation: Edit = (sentence, { random, vocabulary }) => {
  const [said] = sample(quotedParts(sentence), 1, random);
  if (said === undefined) return null;
  const words = said.text.split(' ');
  // Not at the ends: a word left out there leaves a true, shorter quotation.
  const plain = words.flatMap((word, index) =>
    /^\p{Ll}{4,}$/u.test(word) && index > 0 && index < words.length - 2 ? [index] : [],
  );
  const [at] = sample(plain, 1, random);
  if (at === undefined) return null;
  const count = 1 + Math.floor(random() * Math.min(3, words.length / 4));
  const fresh =
    random() < 0.15
      ? []
      : sample(
          vocabulary.filter((word) => !words.includes(word)),
          count,
          random,
        );
  words.splice(at, fresh.length === 0 ? 1 : Math.min(count, words.length - at - 1), ...fresh);
  return sentence.slice(0, said.start) + words.join(' ') + sentence.slice(said.start + said.text.length);
};

/** Words from which a quotation is worth an edit. */
const MIN_QUOTED_WORDS = 6;

// Marks pair up from the first: what stands between two quotations is none.
function quotedParts(sentence: string): { readonly start: number; readonly text: string }[] {
  const marks = [...sentence.matchAll(/["“”]/gu)].map(({ index }) => index);
  return marks.flatMap((start, index) => {
    const end = marks[index + 1];
    if (index % 2 === 1 || end === undefined) return [];
    const text = sentence.slice(start + 1, end);
    return text.split(' ').length < MIN_QUOTED_WORDS ? [] : [{ start: start + 1, text }];
  });
}

const SPEAKER =
  /(?<=[,.!?]["”] (?:said |added )?)\p{Lu}\p{Ll}{2,12} \p{Lu}\p{Ll}{2,12}(?=(?: (?:said|told|added)|[,.]))|(?<=^|[.,] )\p{Lu}\p{Ll}{2,12} \p{Lu}\p{Ll}{2,12}(?=,? (?:said|told [\p{Ll} ]+|added)[,:]? ["“])/gu;

/** A quotation given to another person. */
export const changeSpeaker: Edit = (sentence, tools) =>
  quotedParts(sentence).length === 0
    ? null
    : replaceOne(sentence, SPEAKER, tools, (found) =>
        NO_PERSON.test(found) ? null : other(tools.names, found, tools.random),
      );

/** A sentence that quotes, as it is. */
export const keepQuotation: Edit = (sentence) => (quotedParts(sentence).length === 0 ? null : sentence);

/** Another person in a name's place. */
export const changeName: Edit = (sentence, tools) =>
  replaceOne(outside(sentence), PERSON, tools, (found) =>
    NO_PERSON.test(found) ? null : other(tools.names, found, tools.random),
  );

/** A `not` put in. */
export const negate: Edit = (sentence, tools) =>
  replaceOne(outside(sentence), VERB, tools, (verb) => `${verb} not`);

// A change inside a quotation alters what was said, which is another matter.
const outside = (sentence: string) => (/[“”"]/.test(sentence) ? '' : sentence);

const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\bsaid that\b/, 'stated that'],
  [/\bsaid\b/, 'stated'],
  [/\bmore than\b/, 'over'],
  [/\babout (?=\d)/, 'around '],
  [/\bbecause\b/, 'since'],
  [/\bbegan\b/, 'started'],
  [/\bannounced\b/, 'declared'],
  [/\bpercent\b/, 'per cent'],
  [/(?<=\d)%/, ' percent'],
  [/\bUnited States\b/, 'U.S.'],
  [/\bis not\b/, "isn't"],
  [/\bdid not\b/, "didn't"],
  [/\bhowever\b/, 'though'],
  [/\blarge\b/, 'big'],
  [/\bhelp\b/, 'assist'],
  [/\bseveral\b/, 'a number of'],
  [/\bnear\b/, 'close to'],
  [/\bseized\b/, 'captured'],
  [/\bshowed\b/, 'indicated'],
  [/\balmost\b/, 'nearly'],
  [/\bchildren\b/, 'kids'],
  [/\battempt\b/, 'effort'],
  [/\bfive\b/, '5'],
  [/\bthree\b/, '3'],
  [/\balso\b/, 'too'],
  [/\bmany\b/, 'numerous'],
];

/** The same said in slightly other words: at least one wording changed outside quotations. */
export const reword: Edit = (sentence, { random }) => {
  const fitting = WORDINGS.filter(([pattern]) => pattern.test(outside(sentence)));
  const chosen = sample(fitting, 2, random);
  return chosen.length === 0
    ? null
    : chosen.reduce((text, [pattern, words]) => text.replace(pattern, words), sentence);
};
