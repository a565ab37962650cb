import { dates } from '../../text/dates.ts';
import { genderOf } from '../../text/name-gender.ts';
import { names } from '../../text/names.ts';
import { looksPlural } from '../../text/number-units.ts';
import { type NumberMention, numbers } from '../../text/numbers.ts';
import { words } from '../../text/tokens.ts';
import type { Clause } from './clause.ts';
import { isPastForm, verbForm } from './verbs.ts';

/** What a question asks for; a list of suggestions is varied over these. */
export type QuestionKind = 'when' | 'where' | 'how-many' | 'how-much' | 'who' | 'what-said' | 'who-is';

export interface SuggestedQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

/** The questions that a statement answers; whether they read well is for `isPlainQuestion` to say. */
export function questionsOf(clause: Clause, inside: Inside): SuggestedQuestion[] {
  const subject = inside(clause.subject);
  const alone = [...countedSubject(clause), ...doer(clause)];
  if (subject === null) return alone;
  const asked = { ...clause, subject };
  return [...alone, ...counted(asked), ...paid(asked), ...dated(asked), ...placed(asked), ...doneBy(asked)];
}

/** A subject as it stands inside a sentence; null where nobody can tell whether its capital is a name's. */
export type Inside = (subject: string) => string | null;

const question = (kind: QuestionKind, parts: readonly string[]): SuggestedQuestion => ({
  kind,
  text: `${undated(parts.filter((part) => part !== '').join(' '))
    .replace(/\s+/g, ' ')
    .trim()}?`,
});

// Which Saturday it was, whoever reads the question alone cannot know.
const undated = (text: string) =>
  text
    .replace(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s (?=\p{Lu})/gu, 'the ')
    .replace(
      / on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?(?!\p{L}| \d)/gu,
      '',
    );

const APPROXIMATELY =
  '(?:(?:about|some|around|nearly|almost|roughly|more than|over|at least|up to|fewer than|just|a total of|an estimated)\\s+)*';
const LEADS_TO_NUMBER = new RegExp(`^${APPROXIMATELY}$`, 'iu');

/** "About 4,000 salmon were found dead" answers "How many salmon were found dead?". */
function countedSubject({ subject, verbText, rest }: Clause): SuggestedQuestion[] {
  const [number, ...more] = numbers(subject);
  if (number === undefined || more.length > 0 || !isCount(number)) return [];
  if (!LEADS_TO_NUMBER.test(subject.slice(0, number.start))) return [];
  const what = subject.slice(number.end).trim();
  if (/^(?:of|per)\b/.test(what) || numbers(rest).length > 0) return [];
  return [question('how-many', ['How many', what, verbText, rest])];
}

// The plural is asked for, so that it agrees with "many".
function isCount({ kind, low, isDenied, noun }: NumberMention): boolean {
  return kind === 'count' && low >= 2 && !isDenied && noun !== null;
}

const isPlural = (phrase: string) => {
  const last = words(phrase).at(-1)?.norm ?? '';
  return looksPlural(last) || /^(?:people|salmon|fish|aircraft|sheep|cattle|police)$/.test(last);
};

// What follows the counted noun says where, when or for what; anything else belongs to the noun.
const GOES_ON = /^(?:$|(?:in|at|on|to|from|for|with|across|over|during|after|before|off|near|into|by|a)\s)/;

/** "The ferry carried 212 passengers to Sula" answers "How many passengers did the ferry carry to Sula?". */
function counted(clause: Clause): SuggestedQuestion[] {
  const { rest } = clause;
  const [number, ...more] = numbers(rest);
  if (number === undefined || more.length > 0 || !isCount(number)) return [];
  const before = rest.slice(0, number.start);
  const what = rest.slice(number.end, number.phrase.end).trim();
  const tail = rest.slice(number.phrase.end).trim();
  const participle = clause.opener === null ? undefined : /^(\p{Ll}+)\s+/u.exec(before)?.[1];
  const asked = askedWith(clause, participle);
  // Money of a place that the currencies' table does not know, such as crowns.
  if (clause.verb?.base === 'cost' && !/\b(?:lives|jobs|seats|votes)\b/.test(what))
    return GOES_ON.test(tail) ? [question('how-much', ['How much', ...(asked ?? []), tail])] : [];
  if (asked === null || !isPlural(what) || /^(?:of|per)\b/.test(what) || !GOES_ON.test(tail)) return [];
  if (!LEADS_TO_NUMBER.test(participle === undefined ? before : before.slice(participle.length).trimStart()))
    return [];
  return [question('how-many', ['How many', what, ...asked, tail])];
}

/** The subject between its auxiliary and its verb; null where the clause has not both. */
function askedWith({ subject, opener, verb }: Clause, participle: string | undefined): string[] | null {
  if (verb !== null) return [verb.auxiliary, subject, verb.base];
  if (participle === undefined || !(participle.endsWith('ing') || isPastForm(participle))) return null;
  if (opener === null) return null;
  return /^(?:is|are|was|were|has|have|had)$/.test(opener) ? [opener, subject, participle] : null;
}

/** "The repair will cost 4 million crowns" answers "How much will the repair cost?". */
function paid({ subject, opener, verb, rest }: Clause): SuggestedQuestion[] {
  const [number] = numbers(rest);
  if (number?.kind !== 'money') return [];
  const before = rest.slice(0, number.start);
  if (verb?.base === 'come' && /^to\s/.test(before) && LEADS_TO_NUMBER.test(before.slice(3)))
    return [question('how-much', ['How much did', subject, 'come to', rest.slice(number.end)])];
  const base = opener === null ? (verb?.base ?? '') : (/^(\p{Ll}+)\s+/u.exec(before)?.[1] ?? '');
  const lead = opener === null ? before : before.slice(base.length).trimStart();
  if (!PAYING.has(base) || !LEADS_TO_NUMBER.test(lead)) return [];
  const tail = rest.slice(number.end).trim();
  if (!/^(?:$|(?:for|on|in|to|an?|per|from)\s)/.test(tail) || numbers(tail).length > 0) return [];
  return [question('how-much', ['How much', opener ?? verb?.auxiliary ?? '', subject, base, tail])];
}

const PAYING = new Set('cost pay spend raise lose earn invest donate borrow lend'.split(' '));

/** "The light was lit on 2 November 1809" answers "When was the light lit?". */
function dated({ subject, opener, verb, rest }: Clause): SuggestedQuestion[] {
  const [date, ...more] = dates(rest);
  if (date === undefined || more.length > 0 || date.relative !== null) return [];
  if (!['day', 'month', 'year'].includes(date.precision) || date.parts.weekday !== null) return [];
  const before = /^(.*?)\s?\b(?:on|in)\s$/su.exec(rest.slice(0, date.start))?.[1];
  const tail = rest.slice(date.end).trim();
  // "began to build in 1828": what was built, the question would not say.
  if (before === undefined || /^to \p{Ll}+$/u.test(before) || /^(?:and|or|to|the)\b/.test(tail)) return [];
  if (opener !== null && before.trim() === '') return [];
  const asked = opener === null ? [verb?.auxiliary ?? '', subject, verb?.base ?? ''] : [opener, subject];
  return [question('when', ['When', ...asked, before, tail])];
}

/** "The vote is to be held in Sula" answers "Where is the vote to be held?". */
function placed({ subject, opener, verb, rest }: Clause): SuggestedQuestion[] {
  const [, before = '', place = ''] = /^(.*?\S) (?:in|at) ((?:the )?\p{Lu}[\p{L}’' -]+)$/u.exec(rest) ?? [];
  if (before === '' || dates(rest).length > 0 || numbers(rest).length > 0) return [];
  // What stands behind the place may be more than a place.
  if (names(`It lies in ${place}`).at(-1)?.end !== 11 + place.length) return [];
  const asked = opener === null ? [verb?.auxiliary ?? '', subject, verb?.base ?? ''] : [opener, subject];
  return [question('where', ['Where', ...asked, before])];
}

/** "Agnes Holt drew the map of the marshes" answers "Who drew the map of the marshes?". */
function doer({ subject, verb, verbText, rest }: Clause): SuggestedQuestion[] {
  const person = endingPerson(subject);
  if (person === null || verb?.auxiliary !== 'did' || /\b(?:of|for|from|with|by|and|in)\b/.test(subject))
    return [];
  return rest === '' ? [] : [question('who', ['Who', verbText, rest])];
}

/** "The tower was designed by Duncan Ravell" answers "Who designed the tower?". */
function doneBy({ subject, opener, rest }: Clause): SuggestedQuestion[] {
  const match = /^(\p{Ll}+ed) by ((?:the |a )?[\p{L}'’ -]+)$/u.exec(rest);
  const [, done = '', by = ''] = match ?? [];
  if (!/^(?:was|were)$/.test(opener ?? '') || verbForm(done) === null || endingPerson(by) === null) return [];
  return [question('who', ['Who', done, subject])];
}

function endingPerson(phrase: string): string | null {
  // The name alone at the start of a text might be no name: what stands before it is what a sentence has.
  const lead = 'He met ';
  const last = names(lead + phrase).at(-1);
  if (last?.kind !== 'person' || last.end !== lead.length + phrase.length) return null;
  // Storms and ships have names like people's; a title or a first name that people have is a person's.
  return last.title !== null || genderOf(last) !== null ? last.text : null;
}
