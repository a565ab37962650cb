import { singular } from '../text/number-units.ts';
import type { NumberMention } from '../text/numbers.ts';

/** `agree`: one value; `differ`: the same thing with another value; `unrelated`: different things. */
export type Comparison = 'agree' | 'differ' | 'unrelated';

/**
 * Compares two numbers that may count the same thing: same kind and unit and, for plain counts, the
 * same noun. With `sameThing` the caller knows that they do (they stand at the same place of nearly the
 * same sentence), and another kind or unit is then a difference.
 */
export function compareNumbers(
  draft: NumberMention,
  source: NumberMention,
  options: { readonly sameThing?: boolean } = {},
): Comparison {
  // "45, not 54" does not bear out 54.
  if (draft.isDenied !== source.isDenied) return 'unrelated';
  if (options.sameThing === true) return compareInPlace(draft, source);
  if (draft.kind === 'score' || source.kind === 'score') return compareScores(draft, source);
  if (!sameUnit(draft, source) || !sameNoun(draft, source)) return 'unrelated';
  return valuesAgree(draft, source) ? 'agree' : 'differ';
}

// "Won 17 to 15" bears out "lost 15 to 17" and "17 votes"; another score may be that of another match.
function compareScores(draft: NumberMention, source: NumberMention): Comparison {
  if (draft.kind === source.kind) {
    const isTurned = draft.low === source.high && draft.high === source.low;
    return isTurned || equalValues(draft, source) ? 'agree' : 'unrelated';
  }
  const [score, count] = draft.kind === 'score' ? [draft, source] : [source, draft];
  if (count.kind !== 'count' || count.low !== count.high) return 'unrelated';
  return count.low === score.low || count.low === score.high ? 'agree' : 'unrelated';
}

// At one place a figure, a unit or what is counted may have changed; with two of them changed it is
// another matter that stands there ("27 nations", "7.5 million square miles").
function compareInPlace(draft: NumberMention, source: NumberMention): Comparison {
  if (!sameUnit(draft, source))
    return !isPlain(draft) && !isPlain(source) && isRivalUnit(draft, source) ? 'differ' : 'unrelated';
  const isCounted = isPlain(draft) && draft.noun !== null && source.noun !== null;
  if (isCounted && !sameNoun(draft, source)) return equalValues(draft, source) ? 'agree' : 'unrelated';
  return sameFigure(draft, source) ? 'agree' : 'differ';
}

const isPlain = ({ kind }: NumberMention) =>
  kind === 'count' || kind === 'ordinal' || kind === 'label' || kind === 'fraction';

// Percent for points, euros for dollars, miles for kilometres of one figure.
function isRivalUnit(a: NumberMention, b: NumberMention): boolean {
  const family = ({ kind }: NumberMention) => (kind === 'percentage-point' ? 'percent' : kind);
  return family(a) === family(b);
}

function sameUnit(a: NumberMention, b: NumberMention): boolean {
  if (isShare(a) && isShare(b)) return true;
  return a.kind === b.kind && a.unit === b.unit;
}

const isShare = ({ kind }: NumberMention) => kind === 'percent' || kind === 'fraction';

// Money and measures say what they count; a plain count needs its noun, a share what it is a share of.
function sameNoun(a: NumberMention, b: NumberMention): boolean {
  if (a.kind === 'money' || a.kind === 'measure' || isShare(a) || a.kind === 'percentage-point') return true;
  return a.noun !== null && b.noun !== null && singular(a.noun) === singular(b.noun);
}

// At one place of one sentence a figure with the same hedge is the same figure or another one; only a
// hedge put on or taken off, and digits left out of a large figure, leave it what it was.
function sameFigure(a: NumberMention, b: NumberMention): boolean {
  if (a.bound !== b.bound) return valuesAgree(a, b);
  const large = Math.abs(b.low) >= LARGE;
  return equalValues(a, b) || (large && isRounding(a, b));
}

// Below this, rounding a figure in an otherwise copied sentence changes it for the reader.
const LARGE = 10_000;

/** What "about" leaves open on either side. News rounds to about this. */
const ABOUT_SHARE = 0.05;

/** How far above its bound "more than" may lie and still be said in good faith. */
const MORE_THAN_SHARE = 0.5;

/** True when both give one value, as far as their rounding and their "about" tell. */
export function valuesAgree(a: NumberMention, b: NumberMention): boolean {
  if (a.isDenied !== b.isDenied) return false;
  if (equalValues(a, b)) return true;
  if (a.kind === 'score' || b.kind === 'score') return false;
  if (isLoose(a) || isLoose(b)) return overlapLoosely(a, b);
  if (a.bound !== b.bound && (withinBound(a, b) || withinBound(b, a))) return true;
  // "Topped 27 million" where the source has "exceeded 27.7 million".
  if (a.bound === 'more-than' && b.bound === 'more-than' && isCutOff(a, b)) return true;
  return isRounding(a, b) || isRounding(b, a);
}

function equalValues(a: NumberMention, b: NumberMention): boolean {
  return near(shareScale(a, b) * a.low, b.low) && near(shareScale(a, b) * a.high, b.high);
}

// Half is 50 percent.
function shareScale(a: NumberMention, b: NumberMention): number {
  if (a.kind === b.kind) return 1;
  if (a.kind === 'fraction' && b.kind === 'percent') return 100;
  return a.kind === 'percent' && b.kind === 'fraction' ? 0.01 : 1;
}

function overlapLoosely(a: NumberMention, b: NumberMention): boolean {
  const [one, other] = [looseRange(a, shareScale(a, b)), looseRange(b, 1)];
  return one.low <= other.high && other.low <= one.high;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
const isLoose = ({ bound }: NumberMention) => bound === 'about' || bound === 'vague';

function looseRange({ low, high, bound }: NumberMention, scale: number) {
  const slack = bound === 'about' ? ABOUT_SHARE * Math.abs(low) * scale : 0;
  return { low: low * scale - slack, high: high * scale + slack };
}

function withinBound(bounded: NumberMention, exact: NumberMention): boolean {
  if (bounded.bound === 'more-than')
    return exact.low >= bounded.low && exact.low <= bounded.low * (1 + MORE_THAN_SHARE);
  if (bounded.bound === 'less-than')
    return exact.high <= bounded.high && exact.high >= bounded.high * (1 - MORE_THAN_SHARE);
  return false;
}

// "$27.7 billion" for $27,683 million: the coarser one keeps two digits or more.
function isRounding(coarse: NumberMention, fine: NumberMention): boolean {
  if (coarse.low !== coarse.high || fine.low !== fine.high) return false;
  const step = stepOf(coarse);
  if (step <= stepOf(fine) || Math.abs(coarse.low) < 10 * step) return false;
  return near(Math.round(fine.low / step) * step, coarse.low);
}

// "27" for 27.7, as a bound is given: what is more than the one is more than the other.
function isCutOff(coarse: NumberMention, fine: NumberMention): boolean {
  const step = stepOf(coarse);
  if (step <= stepOf(fine) || Math.abs(coarse.low) < 10 * step) return false;
  return near(Math.floor(fine.low / step) * step, coarse.low);
}

// The last digit that a figure gives: 0.1 billion in "27.7 billion", 1,000 in "32,000".
function stepOf({ text, low }: NumberMention): number {
  const figure = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');
  const literal = figure === undefined ? Math.abs(low) : Number(figure);
  const scale = literal === 0 ? 1 : Math.abs(low) / literal;
  const decimals = figure?.split('.')[1]?.length ?? 0;
  if (decimals > 0) return scale * 10 ** -decimals;
  const zeros = /0*$/.exec(String(Math.round(literal)))?.[0].length ?? 0;
  return scale * 10 ** zeros;
}
