import type { Conflict } from '../domain/answer.ts';
import { citeOf } from '../domain/document.ts';
import { dates } from '../text/dates.ts';
import { numbers } from '../text/numbers.ts';
import { isSameNoun } from './asked-values.ts';
import type { ChosenSentence } from './choose-sentences.ts';
import type { Question } from './question.ts';
import { shareOfTerms } from './same-fact.ts';

// Two sentences that share less are hardly about one thing.
const ONE_SUBJECT = 0.35;

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
      shareOfTerms(first.candidate.sentence, other.candidate.sentence) >= ONE_SUBJECT &&
      values.size > 0 &&
      theirs.size > 0 &&
      values.isDisjointFrom(theirs)
    );
  });
  if (against.length === 0) return [];
  const sides = [first, ...against].map(({ candidate }) => citeOf(candidate.document, candidate.span));
  return [{ about: question.focus ?? question.text, sides }];
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
    .filter(
      (number) =>
        number.kind === 'count' && number.noun !== null && focus !== null && isSameNoun(number.noun, focus),
    )
    .map((number) => `${number.low}-${number.high}`);
}
