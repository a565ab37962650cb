import type { PassageId } from '../../domain/passage.ts';
import type { Scored } from '../../ports/index-store.ts';

/** Best first; ties in order of id. */
export function compareScored(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Keeps the `limit` best of any number of candidates, without holding or sorting them all. */
export class TopScored {
  readonly #limit: number;
  #kept: Scored[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(id: PassageId, score: number): void {
    if (score < this.#floor) return;
    this.#kept.push({ id, score });
    // Cutting back only at twice the limit keeps the sorting rare.
    if (this.#kept.length >= 2 * this.#limit + 16) this.#cut();
  }

  /** Best first; ties in order of id. */
  list(): readonly Scored[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort(compareScored).slice(0, this.#limit);
    if (this.#kept.length === this.#limit) this.#floor = this.#kept.at(-1)?.score ?? this.#floor;
  }
}
