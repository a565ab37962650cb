import { type Span, spansOverlap } from '../domain/span.ts';
import type { ReasonCode } from '../domain/verdict.ts';
import { sameName } from '../text/name-compare.ts';
import { compareDates } from './date-match.ts';
import { type Comparison, compareNumbers } from './number-match.ts';
import { areOpposed, countNegations } from './opposed-words.ts';
import type { Facts } from './statement.ts';

/** One fact that a claim gives differently from its source. */
export interface Finding {
  readonly code: Extract<
    ReasonCode,
    'number-mismatch' | 'date-mismatch' | 'name-mismatch' | 'negation-mismatch'
  >;
  /** Counts in the claim's text. */
  readonly draft: Span;
  /** Counts in the source sentence. */
  readonly source: Span;
}

/** A run of a claim and the run of a source sentence that stands in its place; either may be empty. */
export interface ChangedRun {
  readonly draft: Span;
  readonly source: Span;
}

/**
 * What a changed run of a nearly equal sentence means: another number, date or name, or a turned
 * meaning. Facts that merely moved within the sentence are no findings.
 */
export function findingsInRun(run: ChangedRun, draft: Facts, source: Facts): Finding[] {
  const typed = [
    ...changedMentions(run, draft.numbers, source.numbers, {
      code: 'number-mismatch',
      compare: compareNumbers,
    }),
    ...changedMentions(run, draft.dates, source.dates, { code: 'date-mismatch', compare: compareDates }),
    ...changedMentions(run, draft.names, source.names, { code: 'name-mismatch', compare: compareNames }),
  ];
  return typed.length > 0 ? typed : turnedMeaning(run, draft, source);
}

interface MentionRule<T> {
  readonly code: Finding['code'];
  readonly compare: (a: T, b: T, options: { readonly sameThing?: boolean }) => Comparison;
}

function changedMentions<T extends Span & { readonly phrase?: Span }>(
  run: ChangedRun,
  draft: readonly T[],
  source: readonly T[],
  { code, compare }: MentionRule<T>,
): Finding[] {
  const [ours, theirs] = [
    draft.filter((one) => touches(run.draft, one)),
    source.filter((one) => touches(run.source, one)),
  ];
  const moved = (one: T) => source.some((other) => compare(one, other, {}) === 'agree');
  const claimed = (other: T) => draft.some((one) => compare(one, other, {}) === 'agree');
  const left = theirs.filter((other) => !claimed(other));
  return ours
    .filter((one) => !moved(one))
    .flatMap((one, index) => {
      const other = left[Math.min(index, left.length - 1)];
      if (other === undefined || compare(one, other, { sameThing: true }) !== 'differ') return [];
      return [{ code, draft: shown(one), source: shown(other) }];
    });
}

// A number is shown with what it counts.
const shown = (mention: Span & { readonly phrase?: Span }): Span => mention.phrase ?? mention;

// An empty run stands between two words: it touches a mention only from inside.
function touches(run: Span, mention: Span): boolean {
  return run.start === run.end
    ? mention.start < run.start && run.start < mention.end
    : spansOverlap(run, mention);
}

interface Named extends Span {
  readonly text: string;
}

function compareNames(a: Named, b: Named): Comparison {
  return sameName(a.text, b.text) ? 'agree' : 'differ';
}

// "rose" for "fell", "did not" for "did": an odd number of turns leaves the opposite.
function turnedMeaning(run: ChangedRun, draft: Facts, source: Facts): Finding[] {
  const [ours, theirs] = [wordsIn(run.draft, draft), wordsIn(run.source, source)];
  const lost = theirs.filter((word) => !draft.tokens.some((token) => token.key === word));
  const gained = ours.filter((word) => !source.tokens.some((token) => token.key === word));
  const opposed = gained.filter((word) => lost.some((other) => areOpposed(word, other))).length;
  const negations = countNegations(textIn(run.draft, draft)) - countNegations(textIn(run.source, source));
  return Math.abs(negations + opposed) % 2 === 1 ? [{ code: 'negation-mismatch', ...run }] : [];
}

const wordsIn = (span: Span, { tokens }: Facts) =>
  tokens.filter((token) => spansOverlap(span, token)).map(({ key }) => key);
const textIn = (span: Span, { text }: Facts) => text.slice(span.start, span.end);
