import type { Conflict, ConflictTopic } from '../domain/answer.ts';
import { citeOf, type Document } from '../domain/document.ts';
import type { Span } from '../domain/span.ts';
import { dates } from '../text/dates.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { countsNoun } from './asked-values.ts';
import type { ChosenSentence } from './choose-sentences.ts';
import type { Question } from './question.ts';
import { readText } from './reading.ts';
import { datesAgree, phraseOf, type Rivals, rivalValues, valuesAgree } from './rival-values.ts';
import { shareOfTerms } from './same-fact.ts';
import { sentencesLike, type ToldSentence } from './told-sentences.ts';

/**
 * Where documents disagree on what an answer says. Sentences that say the same in much the same words with
 * another number or date, whatever was asked; and for a question that asks for one value, sentences that
 * answer it with another. Each conflict names both values; where the documents are of different days,
 * in their order, so that a later figure is seen to be later.
 */
export function findConflicts(
  question: Question,
  chosen: readonly ChosenSentence[],
  told: readonly ToldSentence[],
): Conflict[] {
  const found = new Map<string, Conflict>();
  const [first] = chosen;
  const asked = first === undefined ? [] : askedRivals(question, first, chosen);
  const conflicts = [...asked, ...chosen.flatMap((one) => retoldRivals(one, told))];
  for (const conflict of conflicts.map(conflictOf)) {
    const key = conflict.sides
      .map(({ documentId, start }) => `${documentId} ${start}`)
      .sort()
      .join();
    if (!found.has(key)) found.set(key, conflict);
  }
  return [...found.values()].slice(0, MOST_CONFLICTS);
}

// More than these would be a report of its own; the first concern what was asked.
const MOST_CONFLICTS = 3;

interface Side {
  readonly document: Document;
  readonly span: Span;
  /** The value as its sentence has it. */
  readonly value: string;
}

interface Disagreement {
  readonly about: string;
  readonly topic: ConflictTopic;
  readonly sides: readonly [Side, Side];
}

/**
 * Days between two reports of one matter at most. What is told again in the same words after two months with
 * another figure is next quarter's, or next year's.
 */
const SAME_MATTER_DAYS = 60;

function retoldRivals({ candidate }: ChosenSentence, told: readonly ToldSentence[]): Disagreement[] {
  const { document, sentence, span } = candidate;
  const elsewhere = told.filter((other) => isSameMatter(document, other.document));
  const disagreements: Disagreement[] = [];
  const values = new Set<string>();
  for (const other of sentencesLike(sentence, elsewhere)) {
    const rivals = rivalValues(sentence, readText(other.text));
    // Copies of the other report say it again.
    if (rivals === null || values.has(rivals.theirs)) continue;
    values.add(rivals.theirs);
    disagreements.push(disagreementOf({ document, span }, other, rivals));
  }
  return disagreements;
}

type Place = Pick<Side, 'document' | 'span'>;

function disagreementOf(ours: Place, theirs: Place, rivals: Rivals): Disagreement {
  const sides = [
    { document: ours.document, span: ours.span, value: rivals.ours },
    { document: theirs.document, span: theirs.span, value: rivals.theirs },
  ] as const;
  return { about: rivals.about, topic: rivals.topic, sides };
}

function isSameMatter(a: Document, b: Document): boolean {
  if (a.id === b.id) return false;
  if (a.publishedAt === null || b.publishedAt === null) return true;
  const apartMs = Math.abs(Date.parse(dayOf(a.publishedAt)) - Date.parse(dayOf(b.publishedAt)));
  return apartMs <= SAME_MATTER_DAYS * 86_400_000;
}

const dayOf = (date: string) => date.slice(0, 'yyyy-mm-dd'.length);

// Sentences that share less with each other, or hold less of the question, may speak of two things.
const SHARED_TERMS = 0.2;
const QUESTION_COVERED = 0.65;

function askedRivals(
  question: Question,
  first: ChosenSentence,
  chosen: readonly ChosenSentence[],
): Disagreement[] {
  return chosen.slice(1).flatMap((other) => {
    const [ours, theirs] = [first.candidate, other.candidate];
    if (!isSameMatter(ours.document, theirs.document) || !answerTheSame(first, other)) return [];
    const rivals = rivalAnswers(question, ours.text, theirs.text);
    return rivals === null ? [] : [disagreementOf(ours, theirs, rivals)];
  });
}

function answerTheSame(a: ChosenSentence, b: ChosenSentence): boolean {
  const covered = Math.min(a.features.coverTitled, b.features.coverTitled);
  return (
    covered >= QUESTION_COVERED && shareOfTerms(a.candidate.sentence, b.candidate.sentence) >= SHARED_TERMS
  );
}

/** The first values of the kind asked for, where none of one side agrees with any of the other. */
function rivalAnswers(question: Question, ours: string, theirs: string): Rivals | null {
  const about = question.focus ?? question.text;
  switch (question.kind) {
    case 'count': {
      const [left, right] = [countsIn(question, ours), countsIn(question, theirs)];
      const [one, other] = [left[0], right[0]];
      const agree = left.some((value) => right.some((rival) => valuesAgree(value, rival)));
      if (one === undefined || other === undefined || agree) return null;
      return { about, ours: phraseOf(ours, one), theirs: phraseOf(theirs, other), topic: 'figure' };
    }
    case 'date': {
      const [left, right] = [datesIn(ours), datesIn(theirs)];
      const [one, other] = [left[0], right[0]];
      const agree = left.some((value) => right.some((rival) => datesAgree(value, rival)));
      if (one === undefined || other === undefined || agree) return null;
      return { about: 'date', ours: one.text, theirs: other.text, topic: 'date' };
    }
    default:
      return null;
  }
}

function countsIn({ focus }: Question, text: string): NumberMention[] {
  return numbers(text).filter(
    (number) => number.kind === 'count' && focus !== null && countsNoun(text, number, focus),
  );
}

const datesIn = (text: string) => dates(text).filter(({ parts }) => parts.year !== null);

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `people: 54 people (3 May 2026), later 45 people (19 May 2026)`; without days where they are not known. */
function conflictOf({ about, topic, sides }: Disagreement): Conflict {
  const days = sides.map(({ document }) =>
    document.publishedAt === null ? null : dayOf(document.publishedAt),
  );
  const [ours, theirs] = sides;
  const isOrdered = days[0] !== days[1] && days.every((day) => day !== null);
  const inOrder = isOrdered && (days[0] ?? '') > (days[1] ?? '') ? [theirs, ours] : [ours, theirs];
  const values = inOrder.map(({ value, document: { publishedAt } }) =>
    isOrdered && publishedAt !== null ? `${value} (${DAY.format(new Date(dayOf(publishedAt)))})` : value,
  );
  return {
    about: `${about}: ${values.join(isOrdered ? ', later ' : ' or ')}`,
    sides: inOrder.map(({ document, span }) => citeOf(document, span)),
    values: inOrder.map(({ value }) => value),
    topic,
  };
}
