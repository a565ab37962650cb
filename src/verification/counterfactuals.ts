import type { Span } from '../domain/span.ts';
import type { DateMention } from '../text/dates.ts';
import { sameName } from '../text/name-compare.ts';
import type { NameMention } from '../text/names.ts';
import type { NumberMention } from '../text/numbers.ts';
import { compareDates } from './date-match.ts';
import type { Finding } from './findings.ts';
import { compareNumbers } from './number-match.ts';
import { isNegation } from './opposed-words.ts';
import type { Facts } from './statement.ts';
import { substitutes } from './substitutes.ts';
import { areOpposedIn } from './turned-meaning.ts';

/** A claim with one fact given as a source gives it, or without its negation. */
export interface Counterfactual {
  readonly text: string;
  /** What was changed: the fact in the claim, and what the source has for it. */
  readonly finding: Finding;
}

/** Alternatives of one claim: each costs a question to the model. */
const MOST = 4;

/**
 * What a claim would say with a value of the source in place of its own, for each number, date and name
 * that the source's sentence does not have and gives another of the same kind; and without its negation.
 * Where such a claim is borne out and the claim itself is not, that fact is what the two differ in,
 * however freely the rest is worded.
 */
export function counterfactuals(claim: Facts, source: Facts): Counterfactual[] {
  const pairs: Finding[] = [
    ...rivals(claim.numbers, source.numbers, {
      code: 'number-mismatch',
      agree: (a, b) => compareNumbers(a, b) === 'agree',
      isRival: (a, b) => compareNumbers(a, b) === 'differ' || areScores(a, b),
    }),
    ...rivals(claim.dates, source.dates, {
      code: 'date-mismatch',
      agree: (a, b) => compareDates(a, b) === 'agree',
      isRival: isRivalDate,
    }),
    ...rivals(claim.names, source.names, {
      code: 'name-mismatch',
      agree: (a, b) => sameName(a.text, b.text),
      isRival: isRivalKind,
    }),
  ];
  const replaced = pairs.map((finding) => ({
    text: replace(claim.text, finding.draft, source.text.slice(finding.source.start, finding.source.end)),
    finding,
  }));
  return [...replaced, ...turned(claim, source), ...withoutNegation(claim, source)].slice(0, MOST);
}

interface Rule<T> {
  readonly code: Finding['code'];
  readonly agree: (a: T, b: T) => boolean;
  readonly isRival: (a: T, b: T) => boolean;
}

function rivals<T extends Span>(
  ours: readonly T[],
  theirs: readonly T[],
  { code, agree, isRival }: Rule<T>,
): Finding[] {
  const lacking = ours.filter((one) => !theirs.some((other) => agree(one, other)));
  const free = theirs.filter((other) => !ours.some((one) => agree(one, other)));
  return lacking.flatMap((draft) =>
    free
      .filter((source) => isRival(draft, source))
      .map((source) => ({ code, draft: spanOf(draft), source: spanOf(source) })),
  );
}

// Whether it is that of the same vote, the model is to tell.
const areScores = (a: NumberMention, b: NumberMention) => a.kind === 'score' && b.kind === 'score';

const isRivalDate = (a: DateMention, b: DateMention) => a.precision === b.precision;

// A name of no known kind may be anything.
const isRivalKind = (a: NameMention, b: NameMention) => a.kind === b.kind && a.kind !== 'unknown';

// "stays open" where the source has "closes": its word for ours.
function turned(claim: Facts, source: Facts): Counterfactual[] {
  const holds = ({ tokens }: Facts, stem: string) => tokens.some((token) => token.stem === stem);
  return claim.tokens.flatMap((own) => {
    if (own.weight < 1 || holds(source, own.stem)) return [];
    return source.tokens
      .filter((other) => areOpposedIn([claim, own], [source, other]) && !holds(claim, other.stem))
      .map((other) => ({
        text: replace(claim.text, own, source.text.slice(other.start, other.end)),
        finding: { code: 'negation-mismatch' as const, draft: spanOf(own), source: spanOf(other) },
      }));
  });
}

/** …and with the words that stand in the source at the place of words, no values, that it lacks. */
export function rewordings(claim: Facts, source: Facts): Counterfactual[] {
  return substitutes(claim, source)
    .map((one) => ({
      text: replace(claim.text, one.draft, source.text.slice(one.source.start, one.source.end)),
      finding: { code: 'missing-detail' as const, ...one },
    }))
    .slice(0, MOST);
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function withoutNegation({ text, tokens }: Facts, source: Facts): Counterfactual[] {
  const [only, ...others] = tokens.filter(({ key }) => isNegation(key));
  if (only === undefined || others.length > 0) return [];
  const draft = { start: only.start, end: only.end };
  const after = text.slice(draft.end).replace(ONLY_DENIED, '');
  const plain = (text.slice(0, draft.start) + after).replace(/ {2,}/g, ' ').trim();
  const whole = { start: 0, end: source.text.length };
  return [{ text: plain, finding: { code: 'negation-mismatch', draft, source: whole } }];
}

// Words that hang on a negation: "did not agree on any arms" is "did agree on arms" without it.
const ONLY_DENIED = / (?:any(?: more| longer)?|either|yet|at all)(?![\p{L}\p{N}-])/gu;

const replace = (text: string, { start, end }: Span, words: string) =>
  text.slice(0, start) + words + text.slice(end);
