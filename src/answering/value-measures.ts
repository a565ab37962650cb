import { termOf, words } from '../text/tokens.ts';
import type { AnswerKind } from './asked-for.ts';
import { askedValues, VALUED } from './asked-values.ts';
import { coverage, type QuestionWeights } from './coverage.ts';
import { type Reading, shareBeginning, wordStrength } from './reading.ts';

/** Of the value asked for, in one sentence; see `FEATURES`. */
export interface ValueMeasures {
  /** 1 where the question asks for a value that can be told in a text. */
  readonly valued: number;
  /** How well the best value suits. */
  readonly valueFit: number;
  readonly valueMissing: number;
  readonly whoMissing: number;
  readonly nameMissing: number;
  readonly placeMissing: number;
  readonly dateMissing: number;
  readonly countMissing: number;
  readonly amountMissing: number;
  readonly causeMissing: number;
  /** Share of the question that stands around one value, or anywhere close together where none is asked. */
  readonly window: number;
  /** 1 where a number stands beside the noun that it should count. */
  readonly focusNear: number;
  /** Share of the question's neighbouring terms that are neighbours here too. */
  readonly pairs: number;
}

// Words on each side of a value that speak of it: most clauses are shorter.
const WINDOW_WORDS = 10;
const FOCUS_WORDS = 5;
const PAIR_WORDS = 4;

export function valueMeasures(weights: QuestionWeights, sentence: Reading): ValueMeasures {
  const { question } = weights;
  const values = askedValues(question, sentence);
  const places = valuePlaces(sentence, values);
  const isValued = VALUED.has(question.kind);
  const missing = isValued && values.length === 0;
  const missingOf = (kind: AnswerKind) => (missing && question.kind === kind ? 1 : 0);
  const centres = isValued ? places : sentence.content.map((word) => word.at);
  const isCause = question.kind === 'cause';
  return {
    valued: isValued && !isCause ? 1 : 0,
    valueFit: Math.max(0, ...values.map((value) => value.fit)),
    valueMissing: missing && !isCause ? 1 : 0,
    whoMissing: missingOf('who'),
    nameMissing: missingOf('name'),
    placeMissing: missingOf('place'),
    dateMissing: missingOf('date'),
    countMissing: missingOf('count'),
    amountMissing: missingOf('amount'),
    causeMissing: missingOf('cause'),
    window: bestWindow(weights, sentence, centres),
    focusNear: question.kind === 'count' && focusIsNear(question.focus, sentence, places) ? 1 : 0,
    pairs: pairShare(weights, sentence),
  };
}

/** Indexes among all words of the sentence at which the values start. */
function valuePlaces(sentence: Reading, values: readonly { readonly start: number }[]): number[] {
  const all = words(sentence.text);
  return values.map((value) => all.findIndex((word) => word.end > value.start));
}

function bestWindow(weights: QuestionWeights, sentence: Reading, centres: readonly number[]): number {
  const { terms } = weights.question;
  const hits = terms.map((term) =>
    sentence.content
      .map((word) => ({ at: word.at, strength: wordStrength(term, word) }))
      .filter((hit) => hit.strength > 0),
  );
  const windows = centres.map((centre) => {
    const strengths = hits.map((list) =>
      Math.max(
        0,
        ...list.filter((hit) => Math.abs(hit.at - centre) <= WINDOW_WORDS).map((hit) => hit.strength),
      ),
    );
    return coverage(strengths, weights.all);
  });
  return Math.max(0, ...windows);
}

function focusIsNear(focus: string | null, sentence: Reading, places: readonly number[]): boolean {
  if (focus === null) return false;
  const named = sentence.content.filter(
    (word) => word.term === termOf(focus) || shareBeginning(word.norm, focus),
  );
  return places.some((place) => named.some((word) => Math.abs(word.at - place) <= FOCUS_WORDS));
}

function pairShare({ question: { terms } }: QuestionWeights, sentence: Reading): number {
  if (terms.length < 2) return 0;
  const places = terms.map((term) =>
    sentence.content.filter((word) => wordStrength(term, word) > 0).map((word) => word.at),
  );
  const near = places.filter((list, index) => {
    const next = places[index + 1] ?? [];
    return list.some((a) => next.some((b) => Math.abs(a - b) <= PAIR_WORDS));
  });
  return near.length / (terms.length - 1);
}
