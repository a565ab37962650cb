import type { PassageId } from '../../domain/passage.ts';
import type { Scored } from '../../ports/index-store.ts';

/** Best first; ties in order of id. */
export function compareScored(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Keeps the `limit` best, 1 or more, of any number of candidates, without holding or sorting them all:
 * a binary heap with the worst of the kept on top, which most candidates are only compared with.
 */
export class TopScored {
  readonly #limit: number;
  readonly #heap: Scored[] = [];
  /** Below this nothing is kept. */
  #floor = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(id: PassageId, score: number): void {
    if (score < this.#floor) return;
    const candidate = { id, score };
    if (this.#heap.length < this.#limit) this.#rise(candidate);
    else this.#replaceWorst(candidate);
    if (this.#heap.length === this.#limit) this.#floor = this.#heap[0]?.score ?? this.#floor;
  }

  /** Best first; ties in order of id. */
  list(): readonly Scored[] {
    return this.#heap.toSorted(compareScored);
  }

  #rise(candidate: Scored): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || compareScored(parent, candidate) >= 0) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = candidate;
  }

  #replaceWorst(candidate: Scored): void {
    const heap = this.#heap;
    const worst = heap[0];
    if (worst === undefined || compareScored(candidate, worst) >= 0) return;
    let at = 0;
    for (;;) {
      const below = this.#worseChild(at);
      const child = heap[below];
      if (child === undefined || compareScored(child, candidate) <= 0) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = candidate;
  }

  #worseChild(at: number): number {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const [a, b] = [this.#heap[left], this.#heap[right]];
    return a !== undefined && b !== undefined && compareScored(b, a) > 0 ? right : left;
  }
}
