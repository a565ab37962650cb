import type { Span } from '../domain/span.ts';
import { words } from '../text/tokens.ts';

// "…, which a panel is investigating", "…, with the first due in May": what only adds to a sentence at its end.
const ADDED =
  /,\s(?=(?:(?:for|of|in|on|to|at|by|with|from|under|during|after)\s)?(?:which|who|whom|whose|where)\s|with\s)/u;

/** Words that a clause has at least to carry a fact of its own. */
const LEAST_WORDS = 4;

/** A sentence parted where a clause begins that only adds to it; spans count in its text. */
export interface PartedClaim {
  readonly main: Span;
  readonly added: Span;
}

/** Parts a claim from the clause that ends it and only adds to it; null where none does, or one in its middle. */
export function partClaim(text: string): PartedClaim | null {
  const comma = ADDED.exec(text);
  if (comma === null) return null;
  const start = comma.index + comma[0].length;
  const end = text.length - (/[.!?”"\s]*$/u.exec(text)?.[0].length ?? 0);
  const rest = text.slice(start, end);
  const isLast = !/[,;:–—.]\s/u.test(rest);
  const areClauses = [text.slice(0, comma.index), rest].every((part) => words(part).length >= LEAST_WORDS);
  return isLast && areClauses ? { main: { start: 0, end: comma.index }, added: { start, end } } : null;
}
