import type { CheckedClaim, CheckReport } from '../../domain/check.ts';
import { BY_WEIGHT, verdictWords } from './claim-words.ts';
import { escapeHtml } from './report-marks.ts';

/**
 * The draft cut at every border of a claim; each stretch leads to the weightiest claim that holds it, whose
 * sign stands where it begins (`[id]` in the style). Time grows with the draft, not with its square.
 */
export function draftHtml({ text, claims }: CheckReport): string {
  const borders = [...new Set([0, text.length, ...claims.flatMap(({ start, end }) => [start, end])])];
  const sorted = borders.sort((a, b) => a - b);
  const holders = createHolders(claims);
  const signed = new Set<number>();
  return sorted
    .slice(1)
    .map((end, at) => {
      const start = sorted[at] ?? 0;
      const words = escapeHtml(text.slice(start, end));
      const index = holders(start);
      const verdict = claims[index]?.verdict;
      if (verdict === undefined) return words;
      const id = signed.has(index) ? '' : ` id="at-${index}"`;
      signed.add(index);
      return `<a href="#claim-${index}"${id} class="${verdict}" title="${verdictWords(verdict)}">${words}</a>`;
    })
    .join('');
}

// Asked for ever later places: claims that have ended are behind it.
function createHolders(claims: readonly CheckedClaim[]): (at: number) => number {
  const open = new Set<number>();
  let next = 0;
  const weight = (index: number) => BY_WEIGHT.indexOf(claims[index]?.verdict ?? 'not-checked');
  return (at) => {
    for (; (claims[next]?.start ?? Number.POSITIVE_INFINITY) <= at; next++) open.add(next);
    for (const index of open) if ((claims[index]?.end ?? 0) <= at) open.delete(index);
    return [...open].sort((a, b) => weight(a) - weight(b) || b - a)[0] ?? -1;
  };
}
