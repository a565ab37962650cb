import { enTable } from './en.ts';
import type { StringTable } from './table.ts';

// Plural forms in the order in which they stand; those that a language lacks at the end are left out.
export const FORMS = ['other', 'one', 'few', 'two', 'many', 'zero'] as const;
// The printable characters of one byte from `?` on, for which `swap` puts as many of another script.
const [FIRST, LAST] = [63, 126];

/**
 * Changes the letters of a script with those of one byte, and back, so that a table in it takes half the room.
 * `offset`: the code of its letters above that of `?`; 0 for none.
 */
export function swap(text: string, offset: number): string {
  const inside = (code: number) => code >= FIRST && code <= LAST;
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      if (inside(code)) return String.fromCharCode(code + offset);
      return inside(code - offset) ? String.fromCharCode(code - offset) : letter;
    })
    .join('');
}

/**
 * A table from its texts alone, in the order of the English one, a line each; plural forms stand with `/`
 * between them. The build for other sites writes its tables like that, those of like languages in turns:
 * every `of`th line from line `at` on.
 */
export function unpackTable(packed: string, offset = 0, at = 0, of = 1): StringTable {
  const lines = swap(packed, offset)
    .split('\n')
    .filter((_, line) => line % of === at);
  const fill = (shape: object): object =>
    Object.fromEntries(
      Object.entries(shape).map(([key, value]) => {
        if (typeof value !== 'object') return [key, lines.shift()];
        return [key, 'other' in value ? formsOf(lines.shift()) : fill(value)];
      }),
    );
  // Packed from a table of this shape.
  return fill(enTable) as StringTable;
}

const formsOf = (line = '') =>
  Object.fromEntries(line.split('/').flatMap((text, at) => (text === '' ? [] : [[FORMS[at], text]])));
