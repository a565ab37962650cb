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
    countsIt: question.kind === 'count' && values.some(({ fit }) => fit === COUNTS_IT) ? 1 : 0,
  };
}
