import type { Span } from '../domain/span.ts';
import type { Token } from './compare-tokens.ts';
import type { Facts } from './statement.ts';

/** Words of a claim that a sentence does not have, and the words that stand there instead. */
export interface Substitute {
  /** Counts in the claim's text. */
  readonly draft: Span;
  /** Counts in the sentence. */
  readonly source: Span;
}

/** Words of the source that are taken for one phrase at most. */
const PHRASE_WORDS = 6;

/** Grammar between a phrase and the word that both texts have beside it, in words. */
const NEAR = 2;

type Tokens = readonly Token[];

/**
 * Each run of the claim's words that the sentence lacks, with what stands in the sentence beside the same
 * neighbour: "combating drug smuggling" and "combating terrorism". Numbers are left to the rules for them.
 */
export function substitutes(claim: Facts, source: Facts): Substitute[] {
  const held = new Set(source.tokens.map(({ stem }) => stem));
  return lackingRuns(claim.tokens, held).flatMap(([from, to]) => {
    const draft = spanOf(claim.tokens.slice(from, to));
    const instead = standingThere(claim.tokens, source, [from, to]);
    return draft === null || instead === null || /\d/.test(textAt(claim, draft))
      ? []
      : [{ draft, source: instead }];
  });
}

const textAt = ({ text }: Facts, { start, end }: Span) => text.slice(start, end);

// "drug smuggling and illegal fishing" is one run: what joins two lacking words lacks with them.
const JOINS = new Set(['and', 'or', 'of', 'the', 'a', 'an']);

function lackingRuns(tokens: Tokens, held: ReadonlySet<string>): [number, number][] {
  const runs: [number, number][] = [];
  let open: [number, number] | null = null;
  for (const [index, { weight, stem, key }] of tokens.entries()) {
    if (weight === 1 && !held.has(stem)) open = [open?.[0] ?? index, index + 1];
    else if (open !== null && !JOINS.has(key)) {
      runs.push(open);
      open = null;
    }
  }
  return open === null ? runs : [...runs, open];
}

function standingThere(ours: Tokens, source: Facts, [from, to]: readonly [number, number]): Span | null {
  const stems = new Set(ours.map(({ stem }) => stem));
  const before = ours.findLastIndex(({ weight }, index) => index < from && weight === 1);
  const after = ours.findIndex(({ weight }, index) => index >= to && weight === 1);
  const placeOf = (index: number) => source.tokens.findIndex(({ stem }) => stem === ours[index]?.stem);
  const following =
    before >= 0 && from - before <= NEAR + 1 ? phrase(source, placeOf(before), { step: 1, stems }) : null;
  if (following !== null) return following;
  return after >= 0 && after - to <= NEAR ? phrase(source, placeOf(after), { step: -1, stems }) : null;
}

interface Walk {
  readonly step: 1 | -1;
  /** Of the claim: its own words end the phrase. */
  readonly stems: ReadonlySet<string>;
}

// From a word that both have to the next one, the next mark, or the end.
function phrase({ tokens, text }: Facts, at: number, { step, stems }: Walk): Span | null {
  if (at < 0) return null;
  const taken: Token[] = [];
  for (let index = at + step; taken.length < PHRASE_WORDS; index += step) {
    const [token, last] = [tokens[index], tokens[index - step]];
    if (token === undefined || last === undefined) break;
    if (token.weight === 1 && stems.has(token.stem)) break;
    if (/[,;:.()—–]/.test(text.slice(Math.min(token.end, last.end), Math.max(token.start, last.start))))
      break;
    taken.push(token);
  }
  return spanOf(step === 1 ? taken : taken.toReversed());
}

// Grammar at either end is no part of what is said there.
function spanOf(tokens: Tokens): Span | null {
  const first = tokens.find(({ weight }) => weight === 1);
  const last = tokens.findLast(({ weight }) => weight === 1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
