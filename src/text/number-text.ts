import { type Word, words } from './tokens.ts';

/** The words of a text and what stands between them; shared by the readers of numbers. */
export interface NumberText {
  readonly text: string;
  readonly words: readonly Word[];
  /** What stands right before word `index`, at most 8 characters of it. */
  gap(index: number): string;
  /** True where only white space or a hyphen parts word `index` from the one after it. */
  joined(index: number): boolean;
}

/** Reads a text into words once. */
export function numberText(text: string): NumberText {
  const list = words(text);
  const gap = (index: number): string => {
    const start = list[index]?.start ?? text.length;
    return text.slice(Math.max(list[index - 1]?.end ?? 0, start - 8), start);
  };
  return { text, words: list, gap, joined: (index) => /^[\s\u00a0-]{1,3}$/u.test(gap(index + 1)) };
}
