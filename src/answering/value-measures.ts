import type { Span } from '../domain/span.ts';
import { termOf, type Word, words } from '../text/tokens.ts';
import type { AnswerKind } from './answer-kind.ts';
import { askedValues, COUNTS_IT, VALUED } from './asked-values.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';

/** Of the value asked for, in one sentence. */
export interface ValueMeasures {
  /** 1 where the question asks for a value that a text can be seen to hold. */
  readonly valued: number;
  /** How well the best value suits, 0 where there is none. */
  readonly valueFit: number;
  readonly whoMissing: number;
  readonly dateMissing: number;
  readonly countMissing: number;
  readonly amountMissing: number;
  readonly causeMissing: number;
  /** 1 where the noun that names whom was asked for stands beside a name: "engineer Rafiq Anand". */
  readonly roleNamed: number;
  /** 1 where a number counts the very noun that was asked for. */
  readonly countsIt: number;
}

/** Measures the values of the asked kind in a sentence. */
export function valueMeasures(question: Question, sentence: Reading): ValueMeasures {
  const values = askedValues(question, sentence);
  const missing = VALUED.has(question.kind) && values.length === 0;
  const missingOf = (kind: AnswerKind) => (missing && question.kind === kind ? 1 : 0);
  return {
    // A cause is told in too many ways for its signs to be told apart from chance.
    valued: VALUED.has(question.kind) && question.kind !== 'cause' ? 1 : 0,
    valueFit: Math.max(0, ...values.map((value) => value.fit)),
    whoMissing: missingOf('who'),
    dateMissing: missingOf('date'),
    countMissing: missingOf('count'),
    amountMissing: missingOf('amount'),
    causeMissing: missingOf('cause'),
    roleNamed: question.kind === 'who' && values.some((value) => isBeside(question, sentence, value)) ? 1 : 0,
    countsIt: question.kind === 'count' && values.some(({ fit }) => fit === COUNTS_IT) ? 1 : 0,
  };
}

// "city engineer Rafiq Anand", "Rafiq Anand, the city engineer": words between a name and its role.
const ROLE_WORDS = 4;

function isBeside({ noun }: Question, { text }: Reading, value: Span): boolean {
  if (noun === null) return false;
  const isRole = (word: Word) => termOf(word.norm) === termOf(noun);
  return (
    words(text.slice(0, value.start)).slice(-ROLE_WORDS).some(isRole) ||
    words(text.slice(value.end)).slice(0, ROLE_WORDS).some(isRole)
  );
}
