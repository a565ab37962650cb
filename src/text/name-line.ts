import type { Word } from './tokens.ts';

/** Words that stand together as one capitalized run. */
export interface NameRun {
  readonly words: readonly Word[];
  /** Index of the first one among the words of its sentence. */
  readonly at: number;
  /** A title in lower case right before it (`president Vladimir Putin`), else null. */
  readonly lowerTitle: string | null;
}

/** One sentence of a text, as words. */
export interface NameLine {
  readonly text: string;
  readonly end: number;
  readonly words: readonly Word[];
}
