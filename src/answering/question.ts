import { monthNumber, WEEKDAYS } from '../text/calendar.ts';
import { countryOf } from '../text/countries.ts';
import { type NameMention, names } from '../text/names.ts';
import { isFunctionWord, termOf, type Word, words } from '../text/tokens.ts';
import { type Asked, askedFor, isQuestionWord } from './asked-for.ts';
import { isGenericNoun } from './asked-nouns.ts';

/** One content word of a question, or one country, however many words name it. */
export interface QuestionTerm {
  readonly text: string;
  readonly norm: string;
  /** Search term, as `terms` of src/text makes it. */
  readonly term: string;
  /** 0 to 1: how much it says about the subject; low for words that only shape the answer. */
  readonly share: number;
  /** A proper name or a figure: a sentence about another one does not answer. */
  readonly isDetail: boolean;
  /** As `countryOf` gives it; null for other words. */
  readonly country: string | null;
  /** The whole name that it is a part of; null outside names. */
  readonly name: string | null;
}

export interface Question extends Asked {
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  /** Norms of all its words, function words too. */
  readonly norms: ReadonlySet<string>;
  /** Asks two things or compares two, as in "when and where" or "the difference between". */
  readonly isMultiPart: boolean;
}

// Two question words or a comparison: one sentence seldom holds both halves.
const PARTS =
  /\b(?:who|when|where|why|what|how|which)\b.*\band\s+(?:in\s+|for\s+|to\s+)?(?:who|when|where|why|what|how|which)\b|\b(?:compare|compared|difference|differences|versus|vs|both)\b|\?.*\?/i;

/** Reads a question, a bare list of keywords, or a request such as "Tell me about …". */
export function analyzeQuestion(text: string): Question {
  const all = words(text);
  const asked = askedFor(all);
  const mentions = names(text);
  const found = new Map<string, QuestionTerm>();
  for (let index = 0; index < all.length; index++) {
    const country = multiWordCountry(all, index, mentions);
    const term = country?.term ?? wordTerm(all, index, { asked, mentions });
    if (country !== null) index = country.last;
    if (term !== null && !found.has(term.term)) found.set(term.term, term);
  }
  return {
    ...asked,
    text,
    norms: new Set(all.map((word) => word.norm)),
    terms: [...found.values()],
    isMultiPart: PARTS.test(text),
  };
}

function multiWordCountry(all: readonly Word[], index: number, mentions: readonly NameMention[]) {
  const start = all[index]?.start ?? -1;
  const mention = mentions.find((one) => one.country !== null && one.start === start && /\s/.test(one.text));
  if (mention === undefined) return null;
  const last = all.findLastIndex((word) => word.end <= mention.end);
  const { text, country } = mention;
  const norm = text.toLowerCase();
  const term: QuestionTerm = { text, norm, term: norm, share: 1, isDetail: true, country, name: text };
  return { term, last };
}

// A word that only shapes the answer counts a little, so that a text that repeats it is preferred.
const GENERIC_SHARE = 0.25;

interface Reading {
  readonly asked: Asked;
  readonly mentions: readonly NameMention[];
}

function wordTerm(all: readonly Word[], index: number, reading: Reading): QuestionTerm | null {
  const word = all[index];
  if (word === undefined || isQuestionWord(word.norm)) return null;
  // "US" and "IT" are names, not pronouns.
  const isAcronym = /^\p{Lu}{2,}$/u.test(word.text);
  if (isFunctionWord(word.norm) && !isAcronym) return null;
  const mention = reading.mentions.find((one) => one.start <= word.start && word.end <= one.end + 2);
  const isFigure = /^\p{N}/u.test(word.text);
  const isDetail = mention !== undefined || isFigure || isAcronym || isCalendarName(word);
  return {
    text: word.text,
    norm: word.norm,
    term: termOf(word.norm),
    share: !isDetail && (isGenericNoun(word.norm) || standsForValue(word, reading.asked)) ? GENERIC_SHARE : 1,
    isDetail,
    country: countryOf(word.text)?.code ?? null,
    name: mention?.text ?? null,
  };
}

// "in November": another month does not answer. "May" and "March" are also verbs, in small letters.
function isCalendarName({ text, norm }: Word): boolean {
  const isDay = WEEKDAYS.some((day) => day === norm);
  return /^\p{Lu}/u.test(text) && (isDay || (monthNumber(norm) !== null && norm.length > 2));
}

// "which city": the name of the city answers, the word need not stand beside it.
function standsForValue(word: Word, asked: Asked): boolean {
  return word.norm === asked.focus && asked.kind !== 'count' && asked.kind !== 'open';
}
