import type { Conflict } from '../domain/answer.ts';
import { citeOf } from '../domain/document.ts';
import { dates } from '../text/dates.ts';
import { numbers } from '../text/numbers.ts';
import { countsNoun } from './asked-values.ts';
import type { ChosenSentence } from './choose-sentences.ts';
import type { Question } from './question.ts';
import { shareOfTerms } from './same-fact.ts';

// Sentences that share less with each other, or hold less of the question, may speak of two things.
const SHARED_TERMS = 0.2;
const QUESTION_COVERED = 0.65;

/**
 * Cited sentences of different documents that answer a question for one value with different values:
 * other numbers of the same noun or unit, or other dates. Empty for other questions.
 */
export function findConflicts(question: Question, chosen: readonly ChosenSentence[]): Conflict[] {
  const [first, ...others] = chosen;
  if (first === undefined) return [];
  const values = valuesOf(question, first);
  const against = others.filter((other) => {
    const theirs = valuesOf(question, other);
    return (
      other.candidate.document.id !== first.candidate.document.id &&
      answerTheSame(first, other) &&
      values.size > 0 &&
      theirs.size > 0 &&
      values.isDisjointFrom(theirs)
    );
  });
  if (against.length === 0) return [];
  const sides = [first, ...against].map(({ candidate }) => citeOf(candidate.document, candidate.span));
  return [{ about: question.focus ?? question.text, sides }];
}

function answerTheSame(a: ChosenSentence, b: ChosenSentence): boolean {
  const covered = Math.min(a.features.coverTitled, b.features.coverTitled);
  return (
    covered >= QUESTION_COVERED && shareOfTerms(a.candidate.sentence, b.candidate.sentence) >= SHARED_TERMS
  );
}

function valuesOf(question: Question, { candidate }: ChosenSentence): Set<string> {
  switch (question.kind) {
    case 'count':
      return new Set(counted(question, candidate.text));
    case 'date':
      return new Set(
        dates(candidate.text)
          .filter(({ parts }) => parts.year !== null)
          .map(({ parts }) => `${parts.year} ${parts.month} ${parts.day}`),
      );
    default:
      return new Set();
  }
}

function counted({ focus }: Question, text: string): string[] {
  return numbers(text)
    .filter((number) => number.kind === 'count' && focus !== null && countsNoun(text, number, focus))
    .map((number) => `${number.low}-${number.high}`);
}
