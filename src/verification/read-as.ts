import { type Span, shiftSpan } from '../domain/span.ts';

/** Words that a claim is read with in place of its own: `he` read as `Ivo Brandt`. */
export interface FilledIn {
  /** Counts in `text`. */
  readonly at: Span;
  readonly words: string;
}

/** A claim as it stands and as it is read. */
export interface Read extends Span {
  readonly text: string;
  /** `text` with `filledIn` in place. */
  readonly readAs: string;
  /** In order, never overlapping. */
  readonly filledIn: readonly FilledIn[];
}

/** `text` with the fillings in place. */
export function fillIn(text: string, filledIn: readonly FilledIn[]): string {
  let [read, from] = ['', 0];
  for (const { at, words } of filledIn) {
    read += text.slice(from, at.start) + words;
    from = at.end;
  }
  return read + text.slice(from);
}

/**
 * The place in the draft of a span that counts in `claim.readAs`. What touches a filling covers the whole
 * of what the filling stands for.
 */
export function draftSpanOf(claim: Read, span: Span): Span {
  const start = placeOf(claim, span.start, 'start');
  return shiftSpan({ start, end: Math.max(start, placeOf(claim, span.end, 'end')) }, claim.start);
}

function placeOf({ filledIn }: Read, offset: number, side: 'start' | 'end'): number {
  let longer = 0;
  for (const { at, words } of filledIn) {
    const from = at.start + longer;
    const to = from + words.length;
    const isBefore = side === 'start' ? offset < from : offset <= from;
    if (isBefore) break;
    if (side === 'start' ? offset < to : offset <= to) return at[side];
    longer = to - at.end;
  }
  return offset - longer;
}
