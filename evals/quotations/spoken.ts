import { NO_PERSON } from '../checking/edits.ts';
import type { CollectionText } from '../collections/collection.ts';

/** A quotation as it stands in a text. */
export interface Spoken {
  readonly textId: string;
  /** Without its marks and the comma or stop before the closing one. */
  readonly said: string;
  /** The full name of who said it, as the text has it somewhere; null where a pronoun stands. */
  readonly speaker: string | null;
}

// Patterns of their own, so that the product is not judged by what it already reads.
const VERB = '(?:said|says|added|adds|explained|wrote|argued|warned|insisted|recalled)';
const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*\\p{L}){0,2}";
const SAID = '(?<=^|\\s)["“](?<said>\\p{Lu}[^"“”\\n]{23,320}[^"“”\\n,.!?])[,.!?]["”]';
const AFTER = new RegExp(
  `${SAID} (?:(?<first>${NAME}) ${VERB}|${VERB} (?<last>${NAME}))(?![\\p{L}'’])`,
  'gmu',
);
const BEFORE = new RegExp(
  `(?<![\\p{L}.] ?)(?<first>${NAME}) (?:${VERB}|told [\\p{L} ]{3,30})[:,] ${SAID}`,
  'gmu',
);
const BY_PRONOUN = new RegExp(`${SAID} (?:he|she) ${VERB}(?!\\p{L})`, 'gmu');

/** Quotations whose speaker the text names beside them, by a full name or by a surname given in full before. */
export function namedQuotations({ id, text }: CollectionText): Spoken[] {
  return [...text.matchAll(AFTER), ...text.matchAll(BEFORE)].flatMap(({ groups }) => {
    const name = groups?.['first'] ?? groups?.['last'] ?? '';
    const speaker = fullName(text, name);
    return speaker === null ? [] : [{ textId: id, said: groups?.['said'] ?? '', speaker }];
  });
}

/** Quotations that the text gives to a `he` or `she`. */
export function pronounQuotations({ id, text }: CollectionText): Spoken[] {
  return [...text.matchAll(BY_PRONOUN)].map(({ groups }) => ({
    textId: id,
    said: groups?.['said'] ?? '',
    speaker: null,
  }));
}

const NO_FIRST_NAME =
  /^(?:Once|While|After|When|Hosting|Then|Now|Later|The|He|She|It|They|We|I|But|And|In|On|As|That|This|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Judge|Sgt|Sen|Rep|Gov|Gen|Col|Det|Prof|Capt|Chief|Coach|Professor|Superintendent|Detective|Inspector|Councillor|Officer)(?!\p{L})/u;
const NO_NAMES =
  /University|Airlines|Airways|Group|Bank|Police|Department|Executive|Acting|Association|Agency|Institute|Board|Council|Office|Corp|Inc|Company|Party|Union|Trust|Service|Center|Centre|\p{Lu}{2}|['’]s /u;
const NO_NAME = /^(?:He|She|It|They|We|I|The|But|And|Police|Who|One|Mr|Mrs|Ms)$/;

function fullName(text: string, name: string): string | null {
  if (NO_PERSON.test(name) || NO_NAMES.test(name) || NO_NAME.test(name)) return null;
  const words = name.split(' ');
  if (words.length > 1) return NO_FIRST_NAME.test(name) ? null : name;
  const pattern = new RegExp(`(?<=[\\p{Ll},;:] )\\p{Lu}\\p{Ll}{2,12} ${name}(?!\\p{L})`, 'gu');
  const found = new Set([...text.matchAll(pattern)].map(([full]) => full));
  const [full] = found;
  return found.size !== 1 || full === undefined || NO_FIRST_NAME.test(full) || NO_PERSON.test(full)
    ? null
    : full;
}

/** Letters and digits only, for finding a text whatever its marks. */
export function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
