import type { NumberText } from './number-text.ts';
import { scaleOf } from './number-words.ts';

/** A number without what is counted: its value, its words and its place. */
export interface Figure {
  readonly kind: 'count' | 'ordinal' | 'fraction' | 'score';
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
  /** Indexes of its first word and of the first word after it. */
  readonly first: number;
  readonly next: number;
  readonly vague: boolean;
  /** `one`, which is as often a pronoun: it counts only before a noun. */
  readonly weak: boolean;
  /** Plain digits, as in the numbers of names. */
  readonly plainFigure: boolean;
  /** A measure written against the digits (`10km`), else null. */
  readonly attachedUnit: string | null;
}

/** What a reader found; the rest of a figure follows from it. */
export interface Draft {
  readonly low: number;
  readonly high?: number;
  readonly next: number;
  readonly kind?: Figure['kind'];
  readonly vague?: boolean;
  readonly weak?: boolean;
  readonly plainFigure?: boolean;
  readonly attachedUnit?: string | null;
  readonly start?: number;
}

/** Completes a figure that starts at word `first`. */
export function figure(source: NumberText, first: number, draft: Draft): Figure {
  return {
    kind: draft.kind ?? 'count',
    low: draft.low,
    high: draft.high ?? draft.low,
    start: draft.start ?? source.words[first]?.start ?? 0,
    end: source.words[draft.next - 1]?.end ?? 0,
    first,
    next: draft.next,
    vague: draft.vague ?? false,
    weak: draft.weak ?? false,
    plainFigure: draft.plainFigure ?? false,
    attachedUnit: draft.attachedUnit ?? null,
  };
}

/** What the scale word at `index` multiplies by (`dozen`, `million`), else null. */
export function wordScale(source: NumberText, index: number): number | null {
  const norm = source.words[index]?.norm ?? '';
  if (norm === 'dozen') return 12;
  return norm.length > 1 ? scaleOf(norm) : null;
}
