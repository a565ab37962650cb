import { type NameMention, names } from '../../text/names.ts';
import { quotations } from '../../text/quotes.ts';
import { isFunctionWord, words } from '../../text/tokens.ts';
import type { SuggestedQuestion } from './ask-of-clause.ts';
import { verbForm } from './verbs.ts';

/** The document around it, and whom and what that names. */
export interface Told {
  readonly text: string;
  readonly mentions: readonly NameMention[];
}

/** What a sentence says of a person whom it names: what he or she said of something, or does. */
export function askedOfPerson(sentence: string, told: Told): SuggestedQuestion[] {
  const { mentions } = told;
  return [
    ...quoted(sentence, told),
    ...reported(sentence, mentions),
    ...described(sentence),
    ...introduced(sentence, mentions),
  ];
}

/** "Harbour master Agnes Holt" answers "Who is Agnes Holt?". */
function introduced(sentence: string, mentions: readonly NameMention[]): SuggestedQuestion[] {
  return names(sentence).flatMap(({ kind, title, text }) => {
    if (kind !== 'person' || title === null || fullName(text, mentions) !== text) return [];
    return [{ kind: 'who-is', text: `Who is ${text}?` }];
  });
}

const said = (name: string, about: string): SuggestedQuestion => ({
  kind: 'what-said',
  text: `What did ${name} say about ${about}?`,
});

/** Shorter quotations are a word or two of colour. */
const QUOTE_WORDS = 8;

// "There is a void in the Sahel," Rida Lyammouri said.
function quoted(sentence: string, told: Told): SuggestedQuestion[] {
  return quotations(sentence).flatMap(({ text, speaker, isScare }) => {
    const name = speaker?.kind === 'name' ? fullName(speaker.name ?? '', told.mentions) : null;
    if (name === null || isScare || words(text).length < QUOTE_WORDS) return [];
    const about = namedIn(text, told);
    return about === null ? [] : [said(name, about)];
  });
}

// "Mayor Odile Brandt said the flood gate at Rope Walk might have kept the water out."
const REPORTED =
  /^(?<who>[\p{L}'’ .-]{3,80}?) (?:said|told \p{Ll}+|argued|warned|confirmed) (?:that )?(?<about>the [\p{L}'’ -]{3,60}?)(?=,| (?:is|are|was|were|will|would|could|can|must|may|might|should|has|have|had)\b)/u;

function reported(sentence: string, mentions: readonly NameMention[]): SuggestedQuestion[] {
  const { who = '', about = '' } = REPORTED.exec(sentence)?.groups ?? {};
  const person = names(`So ${who}`).at(-1);
  if (person?.kind !== 'person' || !who.endsWith(person.text)) return [];
  const name = fullName(person.text, mentions);
  return name === null ? [] : [said(name, about)];
}

// "Solveig Maddox, who runs Sound Tidal, said": who runs it?
function described(sentence: string): SuggestedQuestion[] {
  const match = /(\p{Lu}[\p{L}'’-]+), who (\p{Ll}+) ([\p{L}'’ -]{3,50}?)(?=[,.])/u.exec(sentence);
  const [, , verb = '', rest = ''] = match ?? [];
  const named = names(sentence).find(
    ({ end }) => match !== null && end === match.index + (match[1]?.length ?? 0),
  );
  if (named?.kind !== 'person' || verbForm(verb) === null) return [];
  return [{ kind: 'who', text: `Who ${verb} ${rest}?` }];
}

const FULL_NAME = /^\p{Lu}\p{Ll}[\p{L}’'-]*(?: [\p{L}’'-]+){0,2} \p{Lu}\p{Ll}?[\p{L}’'-]*$/u;

/** First name and surname, as the document gives them anywhere; null for what is no person's full name. */
function fullName(name: string, mentions: readonly NameMention[]): string | null {
  const persons = mentions.filter(({ kind, text }) => kind === 'person' && FULL_NAME.test(text));
  return (
    persons.find(({ text }) => name === text || name.endsWith(` ${text}`) || text.endsWith(` ${name}`))
      ?.text ?? null
  );
}

/** What a quotation names, as it can stand after "about": `Mali`, `the Sahel`, `African countries`. */
function namedIn(quote: string, { text }: Told): string | null {
  for (const mention of names(quote)) {
    const found = topicWords(quote, mention);
    // A name that the article itself goes by.
    if (found !== null && (mention.kind === 'country' || text.split(mention.text).length > 3)) return found;
  }
  return null;
}

function topicWords(quote: string, { start, end, text, kind }: NameMention): string | null {
  const next = /^ (\p{Ll}+)/u.exec(quote.slice(end))?.[1] ?? '';
  if (kind === 'country') return countryWords(text);
  if (kind === 'demonym' || /(?:n|ish|ese)$/.test(text)) return PEOPLES.has(next) ? `${text} ${next}` : null;
  // Before a noun it only says which: "the Assad regime".
  const standsAlone = next === '' || isFunctionWord(next);
  if (kind === 'person' || start === 0 || !standsAlone || !/^\p{Lu}\p{Ll}{3}/u.test(text)) return null;
  // "every Delhiite": one of many, and nobody in particular.
  if (/\b(?:an?|any|every|each|no|some|this|that) $/.test(quote.slice(0, start))) return null;
  return /\bthe $/.test(quote.slice(0, start)) ? `the ${text}` : text;
}

function countryWords(name: string): string {
  if (/^(?:U\.?S\.?A?|America|United States)$/.test(name)) return 'the United States';
  return /^(?:United|Netherlands|Philippines|Maldives|Comoros|UK|U\.K)/.test(name) ? `the ${name}` : name;
}

const PEOPLES = new Set(
  'countries states nations governments leaders partners troops forces companies'.split(' '),
);
