import { type Span, spansOverlap } from '../domain/span.ts';
import type { ReasonCode } from '../domain/verdict.ts';
import { sameName } from '../text/name-compare.ts';
import type { NameMention } from '../text/names.ts';
import { compareDates, compareTimes } from './date-match.ts';
import { rivalRelations } from './joined-relations.ts';
import { type Comparison, compareNumbers } from './number-match.ts';
import { rangeOf, samePlace, spanOf } from './places.ts';
import { isRivalName, type RivalPair } from './rival-names.ts';
import { rivalOffices } from './rival-offices.ts';
import type { Facts } from './statement.ts';
import { swappedNames } from './swapped-names.ts';
import { turnedMeanings } from './turned-meaning.ts';

/** One fact that a claim gives differently from its source; `missing-detail`: words that are no fact of a kind. */
export interface Finding {
  readonly code: Extract<
    ReasonCode,
    'number-mismatch' | 'date-mismatch' | 'name-mismatch' | 'negation-mismatch' | 'missing-detail'
  >;
  /** Counts in the claim's text. */
  readonly draft: Span;
  /** Counts in the source sentence. */
  readonly source: Span;
  /** True where the two stand in one relation to the same thing, so that little else need be the same. */
  readonly isRelated?: boolean;
}

/**
 * The facts that a sentence gives differently at the same place: another number, date or name, or a
 * turned meaning. Facts that stand elsewhere in the source sentence are no findings.
 */
export function findingsOf(draft: Facts, source: Facts): Finding[] {
  const typed: Finding[] = [
    ...changed(draft, source, {
      code: 'number-mismatch',
      of: ({ numbers }) => numbers,
      compare: compareNumbers,
    }),
    ...changed(draft, source, { code: 'date-mismatch', of: ({ dates }) => dates, compare: compareDates }),
    ...changed(draft, source, { code: 'date-mismatch', of: ({ times }) => times, compare: compareTimes }),
    ...changed<NameMention>(draft, source, {
      code: 'name-mismatch',
      of: ({ names }) => names,
      compare: compareNames,
      isRival: isRivalName,
    }),
  ];
  const rivals = [rivalRelations, swappedNames, rivalOffices].flatMap((find) => find(draft, source));
  const related = rivals
    .map((rival): Finding => ({ code: 'name-mismatch', isRelated: true, ...rival }))
    .filter((rival) => !typed.some((finding) => spansOverlap(finding.draft, rival.draft)));
  const turned = turnedMeanings(draft, source)
    .map(
      (turn): Finding => ({
        code: 'negation-mismatch',
        draft: spanOf(turn.ours, draft.tokens),
        source: spanOf(turn.theirs, source.tokens),
      }),
    )
    .filter((turn) => !typed.some((finding) => spansOverlap(finding.draft, turn.draft)));
  return [...typed, ...related, ...turned];
}

interface Mention extends Span {
  readonly text: string;
  /** A number is shown with what it counts. */
  readonly phrase?: Span;
}

interface MentionRule<T> {
  readonly code: Finding['code'];
  readonly of: (facts: Facts) => readonly T[];
  readonly compare: (a: T, b: T, options: { readonly sameThing?: boolean }) => Comparison;
  /** A last look at two that differ at one place; absent: they are rivals. */
  readonly isRival?: (pair: RivalPair<T>) => boolean;
}

function changed<T extends Mention>(
  draft: Facts,
  source: Facts,
  { code, of, compare, isRival = () => true }: MentionRule<T>,
): Finding[] {
  const [ours, theirs] = [of(draft), of(source)];
  // Counted, so that one "Thursday" of the source does not answer for two of the claim.
  const count = (list: readonly T[], one: T) =>
    list.filter((other) => compare(one, other, {}) === 'agree').length;
  const beyond = (own: readonly T[], others: readonly T[]) =>
    own.filter((one) => count(others, one) < Math.max(1, count(own, one)));
  const left = beyond(theirs, ours);
  const lacking = left.length === 0 ? [] : beyond(ours, theirs);
  return lacking.flatMap((one) => {
    const place = samePlace(rangeOf(one, draft.tokens), draft.tokens, source.tokens);
    if (place === null) return [];
    const there = spanOf(place.theirs, source.tokens);
    const other = left.find((candidate) => spansOverlap(there, candidate));
    if (other === undefined || compare(one, other, { sameThing: true }) !== 'differ') return [];
    if (!isRival({ one, other, place, draft, source })) return [];
    return [{ code, draft: one.phrase ?? one, source: other.phrase ?? other }];
  });
}

function compareNames(a: Mention, b: Mention): Comparison {
  return sameName(a.text, b.text) ? 'agree' : 'differ';
}
