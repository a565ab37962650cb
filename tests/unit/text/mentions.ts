import fc from 'fast-check';
import { expect } from 'vitest';

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Spans hold their text, in order and apart, in any text and in any row of these pieces; `also` looks at each. */
export function expectApart<T extends Mention>(
  find: (text: string) => readonly T[],
  pieces: readonly string[],
  also: (found: T, text: string) => void = () => {},
): void {
  const rows = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), rows), (text) => {
      let before = 0;
      for (const found of find(text)) {
        expect(text.slice(found.start, found.end)).toBe(found.text);
        expect(found.start).toBeGreaterThanOrEqual(before);
        expect(found.end).toBeGreaterThan(found.start);
        also(found, text);
        before = found.end;
      }
    }),
  );
}
