import { monthNumber, weekdayNumber } from '../../text/calendar.ts';
import { termOf, terms, type Word, words } from '../../text/tokens.ts';

/** What a question is measured against: the words that the document's own title says it is about. */
export interface Topic {
  readonly titleTerms: ReadonlySet<string>;
}

export function topicOf(title: string): Topic {
  return { titleTerms: new Set(terms(title)) };
}

// Shorter ones ask nothing in particular; longer ones are read twice.
const MIN_WORDS = 4;
const MAX_WORDS = 13;
const MAX_CHARS = 84;

// Words that point at something which a reader of the question alone has not read.
const POINTING = new Set(
  (
    'it its they them their theirs he him his she her hers this these those here there then such former latter same other ' +
    'others another both we us our ours i me my you your also too however instead meanwhile further more later earlier ' +
    'again still already yet now today yesterday tomorrow next last previous who which that where when what'
  ).split(' '),
);

/**
 * True for a question that a person understands who has read nothing else: of fitting length, with a name or
 * two words of the title in it, without a pronoun, and with no `the` before a thing that neither the title
 * nor the question itself tells apart from others.
 */
export function isPlainQuestion(question: string, topic: Topic): boolean {
  const all = words(question);
  if (all.length < MIN_WORDS || all.length > MAX_WORDS || question.length > MAX_CHARS) return false;
  if (/[^\p{L}\p{N}\s'’.,%$€£?-]/u.test(question) || /\.\s|\s[’']|["“”]/u.test(question)) return false;
  const after = all.slice(afterQuestionWord(all));
  if (after.some(({ norm }) => POINTING.has(norm))) return false;
  return (
    (hasName(after) || titleWords(after, topic) >= 2) &&
    definiteNouns(question, all).every((noun) => isKnown(noun, topic))
  );
}

const afterQuestionWord = (all: readonly Word[]) => (all[0]?.norm === 'how' ? 2 : 1);

function isNameWord({ text, norm }: Word): boolean {
  return /^\p{Lu}/u.test(text) && monthNumber(norm) === null && weekdayNumber(norm) === null;
}

const hasName = (list: readonly Word[]) => list.some(isNameWord);

function titleWords(list: readonly Word[], { titleTerms }: Topic): number {
  return new Set(list.map(({ norm }) => termOf(norm)).filter((term) => titleTerms.has(term))).size;
}

/** A noun phrase that begins with `the`, up to where it ends for sure. */
interface DefiniteNoun {
  readonly list: readonly Word[];
  /** The word that follows, such as `of`. */
  readonly next: string;
}

const ENDS_NOUN = new Set(
  'a an the of in on at to for from with by and or is are was were will have has had be been'.split(' '),
);

function definiteNouns(question: string, all: readonly Word[]): DefiniteNoun[] {
  return all.flatMap((word, at) => {
    if (word.norm !== 'the') return [];
    const rest = all.slice(at + 1);
    const end = rest.findIndex(
      (next, index) => ENDS_NOUN.has(next.norm) || (index > 0 && isApart(question, rest, index)),
    );
    const list = end < 0 ? rest : rest.slice(0, end);
    return [{ list, next: end < 0 ? '' : (rest[end]?.norm ?? '') }];
  });
}

function isApart(question: string, rest: readonly Word[], index: number): boolean {
  return /[^\s-]/u.test(question.slice(rest[index - 1]?.end ?? 0, rest[index]?.start ?? 0));
}

// There is one of each, for all that anybody asks.
const ONE_OF_A_KIND = new Set(
  'world sea sun moon internet army government police council parliament war public'.split(' '),
);

function isKnown({ list, next }: DefiniteNoun, { titleTerms }: Topic): boolean {
  if (list.some(isNameWord) || next === 'of') return true;
  return list.some(({ norm }) => titleTerms.has(termOf(norm)) || ONE_OF_A_KIND.has(norm));
}
