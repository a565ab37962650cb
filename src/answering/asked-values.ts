import type { Span } from '../domain/span.ts';
import { type DateMention, dates } from '../text/dates.ts';
import type { NameKind } from '../text/names.ts';
import { singular } from '../text/number-units.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { times } from '../text/times.ts';
import { isFunctionWord, termOf, words } from '../text/tokens.ts';
import { isActorNoun, isBodyNoun, nounKind } from './asked-nouns.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';

/** A place in a sentence that could be the value asked for. */
export interface AskedValue extends Span {
  /** 0 to 1: how well it suits, such as a full date where one is asked for. */
  readonly fit: number;
}

// Purpose and cause in plain English; "to" only before a verb.
const CAUSES =
  /\b(?:because|due to|owing to|thanks to|as a result|so that|in order to|since|therefore|thus|hence|caus(?:e|es|ed|ing)|led to|leads to|resulting|reasons?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|intend(?:s|ed)?|designed to|meant to|amid|after|for \p{Ll}+ing|by \p{Ll}+ing|to (?!(?:the|a|an|be|his|her|its|their|this|that|which)\b)\p{Ll}+)\b/gu;

/** The kinds of question whose values can be told in a text. */
export const VALUED = new Set(['who', 'name', 'place', 'date', 'count', 'amount', 'cause']);

/** Values of the asked kind in a sentence; those that repeat the question are left out. */
export function askedValues(question: Question, sentence: Reading): AskedValue[] {
  const { text } = sentence;
  const isNew = (span: Span) =>
    words(text.slice(span.start, span.end)).some(
      (word) => !isFunctionWord(word.norm) && !question.norms.has(word.norm),
    );
  switch (question.kind) {
    case 'who':
      return [
        ...namesIn(question, sentence)
          .filter(isNew)
          .map((one) => ({ ...one, fit: isAPlace(text, one) ? PLACE_FIT : actorFit(question, one.kind) })),
        ...rolesIn(question, sentence),
      ];
    case 'name':
      return namesIn(question, sentence)
        .filter(isNew)
        .map((one) => ({ ...one, fit: 1 }));
    case 'place':
      return namesIn(question, sentence)
        .filter(isNew)
        .map((one) => ({ ...one, fit: placeFit(text, one) }));
    case 'date':
      return [
        ...dates(text).map((date) => ({ ...date, fit: dateFit(date) })),
        ...times(text).map((time) => ({ ...time, fit: 0.3 })),
      ].filter(isNew);
    case 'count':
      return numbers(text)
        .filter(isNew)
        .flatMap((number) => valueIf(number, countFit(text, number, question.focus)));
    case 'amount':
      if (question.focus === 'long')
        return [...numbers(text), ...dates(text)]
          .filter(isNew)
          .map((one) => ({ start: one.start, end: one.end, fit: 0.7 }));
      return numbers(text)
        .filter(isNew)
        .flatMap((number) => valueIf(number, amountFit(number, question)));
    case 'cause':
      return [...text.matchAll(CAUSES)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        fit: 1,
      }));
    default:
      return [];
  }
}

// A body named after what the question names is the question again: "FIFA Council" for "the president of FIFA".
function namesIn({ norms }: Question, sentence: Reading) {
  return sentence.names.filter(
    (one) =>
      one.kind !== 'demonym' &&
      (one.kind === 'person' ||
        !words(one.text).some((word) => !isFunctionWord(word.norm) && norms.has(word.norm))),
  );
}

// "who is the mayor" asks for a person, "which company" for a body, "who sells" and "which ally" for any of them.
function actorFit({ noun }: Question, kind: NameKind): number {
  if (noun === null || isActorNoun(noun)) return kind === 'person' ? 1 : 0.8;
  if (isBodyNoun(noun)) return kind === 'person' ? 0.6 : kind === 'country' ? 0.3 : 1;
  return kind === 'person' ? 1 : kind === 'country' ? 0.3 : 0.6;
}

// A town is seldom who did it: "in Comoros, Niger and Sharm El-Sheikh".
const PLACE_FIT = 0.3;
const IN_A_PLACE =
  /\b(?:in|at|near|outside|across|city of|town of)\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]*(?:,?\sand\s|,\s|\s))*$/u;

function isAPlace(text: string, { start, kind }: Span & { readonly kind: NameKind }): boolean {
  return kind !== 'organization' && IN_A_PLACE.test(text.slice(Math.max(0, start - 80), start));
}

// Who acts is often told by a role alone: "divers found cracks".
const ROLE_FIT = 0.5;

function rolesIn({ noun, norms }: Question, { text }: Reading): AskedValue[] {
  if (noun !== null) return [];
  return words(text)
    .filter((word) => nounKind(word.norm) === 'who' && !norms.has(word.norm) && /^\p{Ll}/u.test(word.text))
    .map(({ start, end }) => ({ start, end, fit: ROLE_FIT }));
}

const valueIf = (span: Span, fit: number): AskedValue[] =>
  fit > 0 ? [{ start: span.start, end: span.end, fit }] : [];

function placeFit(text: string, name: Span & { readonly kind: string }): number {
  if (
    /\b(?:in|at|from|to|near|into|outside|off|around|across|through|of|via)\s(?:the\s)?$/i.test(
      text.slice(0, name.start),
    )
  )
    return 1;
  return name.kind === 'country' ? 0.8 : name.kind === 'person' ? 0.2 : 0.5;
}

function dateFit(date: DateMention): number {
  const { year, month, day } = date.parts;
  if (day !== null && month !== null) return year === null ? 0.7 : 1;
  return month !== null ? (year === null ? 0.4 : 0.8) : year !== null ? 0.6 : 0.3;
}

/** Fit of a number that counts just what is asked. */
export const COUNTS_IT = 1;

function countFit(text: string, number: NumberMention, focus: string | null): number {
  if (number.kind === 'ordinal' || number.kind === 'label' || number.kind === 'money') return 0;
  if (focus !== null && countsNoun(text, number, focus)) return COUNTS_IT;
  // Another noun may be another word for the same: crew, sailors.
  return focus === null || number.noun === null ? 0.5 : 0.3;
}

// "180,000 dead salmon": words between a figure and what it counts.
const NOUN_WORDS = 3;

/** True where a number of the text counts the noun that was asked for, such as `people`. */
export function countsNoun(text: string, number: NumberMention, asked: string): boolean {
  const following = words(text.slice(number.end)).slice(0, NOUN_WORDS);
  const end = following.findIndex((word) => isFunctionWord(word.norm));
  const next = (end < 0 ? following : following.slice(0, end)).map((word) => word.norm);
  return [number.noun ?? '', ...next].some(
    (noun) => noun !== '' && (noun === singular(asked) || termOf(noun) === termOf(asked)),
  );
}

const MONEY = new Set(
  'cost costs price fee budget revenue revenues profit salary wage income fine debt value pay paid worth spend spent money'.split(
    ' ',
  ),
);
const SHARE = new Set('percentage percent proportion share rate turnout'.split(' '));

function amountFit(number: NumberMention, { norms }: Question): number {
  if (number.kind === 'ordinal' || number.kind === 'label') return 0;
  const asksMoney = !norms.isDisjointFrom(MONEY);
  const asksShare = !norms.isDisjointFrom(SHARE);
  if (asksMoney) return number.kind === 'money' ? 1 : 0.4;
  if (asksShare) return number.kind === 'percent' || number.kind === 'fraction' ? 1 : 0.4;
  return number.kind === 'percent' ? 0.5 : 0.7;
}
