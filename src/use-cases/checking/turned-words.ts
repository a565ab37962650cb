import { citeOf } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Reason } from '../../domain/verdict.ts';
import { compareTokens, type Token } from '../../verification/compare-tokens.ts';
import { sourceName } from '../../verification/reasons.ts';
import { areOpposedIn } from '../../verification/turned-meaning.ts';
import { type HeldAgainst, type Stated, shareOf } from './stated.ts';

/** Share of a statement's words, but for the turned one, that a sentence on the same matter holds. */
const SAME_MATTER = 0.6;

/**
 * Where a sentence on the same matter has the opposite of a word of the statement ("stay", "leave") or
 * another designation in its place ("Su-35", "Su-57"). Null where it has the word too, or one beside the
 * opposite, so that nothing tells what it says.
 */
export function turnedIn(stated: Stated, { document, sentences }: HeldAgainst): Reason | null {
  const share = (stems: ReadonlySet<string>) => shareOf(stated, stems);
  const best = sentences.toSorted((a, b) => share(b.stems) - share(a.stems))[0];
  if (best === undefined || share(best.stems) < SAME_MATTER) return null;
  const text = document.text.slice(best.start, best.end);
  const pair = opposedPair(stated.text, text) ?? designationPair(stated.text, text);
  if (pair === null) return null;
  const source = citeOf(document, {
    start: best.start + pair.theirs.start,
    end: best.start + pair.theirs.end,
  });
  const { start, end } = pair.ours;
  const draft = { start, end, text: stated.text.slice(start, end) };
  const words = `draft: ${draft.text}; source: ${source.quote} (${sourceName(source)})`;
  return { code: pair.code, words, draft, source };
}

interface Pair {
  readonly code: 'negation-mismatch' | 'name-mismatch';
  readonly ours: Span;
  readonly theirs: Span;
}

function opposedPair(claim: string, text: string): Pair | null {
  const [ours, theirs] = [compareTokens(claim), compareTokens(text)];
  const isOpposite = (own: Token, other: Token) => areOpposedIn([{ text: claim }, own], [{ text }, other]);
  const holds = (list: readonly Token[], stem: string) => list.some((token) => token.stem === stem);
  for (const own of ours) {
    // Of "after", "more" and their kind a sentence may have many that turn nothing.
    if (own.weight < 1 || holds(theirs, own.stem)) continue;
    const opposites = theirs.filter((other) => other.weight === 1 && isOpposite(own, other));
    const [only, ...more] = opposites;
    if (only === undefined || more.length > 0 || holds(ours, only.stem)) continue;
    // `rose while imports fell` has both sides: which of them is meant is not told.
    if (theirs.some((other) => other !== only && areOpposedIn([{ text }, only], [{ text }, other]))) continue;
    return { code: 'negation-mismatch', ours: own, theirs: only };
  }
  return null;
}

// A model, a road, a flight: letters and a figure that make one name.
const DESIGNATION = /(?<![\p{L}\p{N}-])(\p{Lu}\p{L}{0,4})[-\u2011 ]?(\d{1,4}\p{Lu}?)(?![\p{L}\p{N}])/gu;

function designationPair(claim: string, text: string): Pair | null {
  const theirs = [...text.matchAll(DESIGNATION)];
  for (const own of claim.matchAll(DESIGNATION)) {
    const same = theirs.filter((other) => other[1] === own[1]);
    const [only, ...more] = same;
    if (only === undefined || more.length > 0 || only[2] === own[2] || text.includes(own[0])) continue;
    return { code: 'name-mismatch', ours: spanOf(own), theirs: spanOf(only) };
  }
  return null;
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
