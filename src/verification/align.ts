import type { Token } from './compare-tokens.ts';

/** Stands in a pattern for words left out: free to match any run of the source. */
export const GAP = 'gap';
export type PatternPart = Token | typeof GAP;

/** A run that differs: half-open token ranges of the pattern and of the source, either may be empty. */
export interface Change {
  readonly pattern: readonly [number, number];
  readonly source: readonly [number, number];
}

export interface Alignment {
  /** 1: word for word; 0: nothing in common. Weighted by what the words say. */
  readonly similarity: number;
  /** Half-open range of source tokens that the pattern lies on. */
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
}

/** Words of the longest pattern; a longer quotation is found only word for word. */
const MAX_PATTERN = 2_000;

/**
 * Lays a pattern on the best place in a source: semi-global alignment (Sellers, The Theory and
 * Computation of Evolutionary Distances, 1980) over words, with the weights of the tokens as costs.
 * Null where the two have no word in common, and for a pattern of more than 2,000 words.
 */
export function align(pattern: readonly PatternPart[], source: readonly Token[]): Alignment | null {
  const weight = pattern.reduce((sum, part) => sum + (part === GAP ? 0 : part.weight), 0);
  if (weight === 0 || source.length === 0 || pattern.length > MAX_PATTERN) return null;
  const window = likeliestWindow(pattern, source);
  if (window === null) return null;
  const table = fill(pattern, source.slice(window.from, window.to));
  return trace(table, { pattern, source, offset: window.from, weight });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

// The stretch that holds most of the pattern's words, with room on both sides for words put in.
function likeliestWindow(pattern: readonly PatternPart[], source: readonly Token[]): Range | null {
  const keys = new Map(pattern.flatMap((part) => (part === GAP ? [] : [[part.key, part.weight]])));
  const hits = source.map((token) => keys.get(token.key) ?? 0);
  if (!hits.some((hit) => hit > 0)) return null;
  const gaps = pattern.filter((part) => part === GAP).length;
  const length = Math.ceil(pattern.length * 1.3) + 8 + gaps * GAP_REACH;
  let [sum, best, bestEnd] = [0, -1, 0];
  for (let end = 0; end < source.length; end++) {
    sum += (hits[end] ?? 0) - (hits[end - length] ?? 0);
    // Rounding must not move the window off the first of equal places.
    if (sum > best + 1e-9) [best, bestEnd] = [sum, end + 1];
  }
  const room = Math.ceil(pattern.length / 2) + 8;
  const from = Math.max(0, bestEnd - length - room);
  return { from, to: Math.min(source.length, bestEnd + room) };
}

// Words between the halves of a shortened quotation; more is another statement.
const GAP_REACH = 60;

const STEP = { start: 0, match: 1, substitute: 2, dropped: 3, added: 4 } as const;

interface Table {
  /** How each cell was reached, row by row. */
  readonly steps: Uint8Array;
  /** Costs of the last row. */
  readonly last: Float64Array;
  readonly width: number;
}

function fill(pattern: readonly PatternPart[], source: readonly Token[]): Table {
  const width = source.length + 1;
  const steps = new Uint8Array((pattern.length + 1) * width);
  let costs = new Float64Array(width);
  pattern.forEach((part, row) => {
    costs = fillRow(part, source, { previous: costs, steps: steps.subarray((row + 1) * width) });
  });
  return { steps, last: costs, width };
}

// A gap costs next to nothing, but of two places the nearer one wins.
const GAP_STEP = 1e-4;

interface Row {
  readonly previous: Float64Array;
  readonly steps: Uint8Array;
}

function fillRow(
  part: PatternPart,
  source: readonly Token[],
  { previous, steps }: Row,
): Float64Array<ArrayBuffer> {
  const current = new Float64Array(source.length + 1);
  const drop = part === GAP ? 0 : part.weight;
  current[0] = (previous[0] ?? 0) + drop;
  steps[0] = STEP.dropped;
  source.forEach((token, index) => {
    const change = part === GAP ? Number.POSITIVE_INFINITY : substitution(part, token);
    let best = (previous[index] ?? 0) + change;
    let step: number = change === 0 ? STEP.match : STEP.substitute;
    const dropped = (previous[index + 1] ?? 0) + drop;
    if (dropped < best) [best, step] = [dropped, STEP.dropped];
    const added = (current[index] ?? 0) + (part === GAP ? GAP_STEP : token.weight);
    if (added < best) [best, step] = [added, STEP.added];
    current[index + 1] = best;
    steps[index + 1] = step;
  });
  return current;
}

// Forms of one word are nearer to each other than to any other word, so that changes pair up.
const SAME_STEM_COST = 0.5;

function substitution(a: Token, b: Token): number {
  if (a.key === b.key) return 0;
  const weight = Math.max(a.weight, b.weight);
  return a.stem === b.stem ? weight * SAME_STEM_COST : weight;
}

interface Traced {
  readonly pattern: readonly PatternPart[];
  readonly source: readonly Token[];
  readonly offset: number;
  readonly weight: number;
}

function trace({ steps, last, width }: Table, { pattern, offset, weight }: Traced): Alignment {
  let column = 0;
  last.forEach((cost, index) => {
    // Of equal ends the later one: a last word that differs is a changed word, not a dropped one.
    if (cost <= (last[column] ?? 0)) column = index;
  });
  const cost = last[column] ?? 0;
  const to = column + offset;
  const runs = new ChangeRuns();
  let row = pattern.length;
  while (row > 0) {
    const step = steps[row * width + column];
    const isGap = pattern[row - 1] === GAP;
    if (step === STEP.match || step === STEP.substitute) {
      row--;
      column--;
      runs.add(step === STEP.match || isGap, [row, row + 1], [column + offset, column + offset + 1]);
    } else if (step === STEP.dropped) {
      row--;
      runs.add(isGap, [row, row + 1], [column + offset, column + offset]);
    } else {
      column--;
      runs.add(isGap, [row, row], [column + offset, column + offset + 1]);
    }
  }
  return { similarity: Math.max(0, 1 - cost / weight), from: column + offset, to, changes: runs.inOrder() };
}

type Pair = readonly [number, number];

// Joins neighbouring steps that differ into one change; steps come last first.
class ChangeRuns {
  readonly #changes: Change[] = [];
  #open = false;

  add(same: boolean, pattern: Pair, source: Pair): void {
    if (same) {
      this.#open = false;
      return;
    }
    const last = this.#open ? this.#changes.pop() : undefined;
    this.#open = true;
    this.#changes.push({
      pattern: [pattern[0], last?.pattern[1] ?? pattern[1]],
      source: [source[0], last?.source[1] ?? source[1]],
    });
  }

  inOrder(): Change[] {
    return this.#changes.toReversed();
  }
}
