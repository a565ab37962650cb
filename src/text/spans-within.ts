import type { Span } from '../domain/span.ts';

/** The spans that lie wholly inside a region; the list is in order and does not overlap itself. Logarithmic in its length. */
export function spansWithin<T extends Span>(list: readonly T[], region: Span): T[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < region.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; (list[index]?.end ?? Number.POSITIVE_INFINITY) <= region.end; index++) {
    const span = list[index];
    if (span !== undefined) found.push(span);
  }
  return found;
}
