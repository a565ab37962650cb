import type { Scored } from '../../ports/index-store.ts';

/** Best first; ties in order of id. */
export function compareScored(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The `limit` best, best first; ties in order of id. */
export function topScored(candidates: Iterable<Scored>, limit: number): Scored[] {
  return [...candidates].sort(compareScored).slice(0, limit);
}
