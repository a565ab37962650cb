// What happened lately, in slots of time. A slot is named by its number since the clock began; those that
// have passed out of the window are dropped when a newer one is begun, so that there are never more than fit.

/** Counts per minute over the past hour. */
export class MinuteCounts {
  readonly #byMinute = new Map<number, number>();

  add(nowMs: number, count = 1): void {
    const minute = Math.floor(nowMs / MINUTE_MS);
    this.#byMinute.set(minute, (this.#byMinute.get(minute) ?? 0) + count);
    dropBefore(this.#byMinute, minute - MINUTES + 1);
  }

  /** 60 counts, the running minute last. */
  at(nowMs: number): number[] {
    const minute = Math.floor(nowMs / MINUTE_MS);
    return Array.from({ length: MINUTES }, (_, at) => this.#byMinute.get(minute - MINUTES + 1 + at) ?? 0);
  }

  /** Takes over what `at` gave at another time. */
  addKept(counts: readonly number[], atMs: number): void {
    for (const [at, count] of counts.entries()) {
      if (count > 0) this.add(atMs - (counts.length - 1 - at) * MINUTE_MS, count);
    }
  }
}

const MINUTE_MS = 60_000;
const MINUTES = 60;

/** The slowest of the past hour: ten of each five minutes are kept, so that one bad moment does not hide the rest. */
export class SlowestRecent<T extends { readonly ms: number }> {
  readonly #bySlot = new Map<number, T[]>();

  add(nowMs: number, item: T): void {
    const slot = Math.floor(nowMs / SLOT_MS);
    const kept = this.#bySlot.get(slot) ?? [];
    const last = kept[KEPT - 1];
    if (last !== undefined && item.ms <= last.ms) return;
    const after = kept.findIndex(({ ms }) => ms < item.ms);
    kept.splice(after < 0 ? kept.length : after, 0, item);
    this.#bySlot.set(slot, kept.slice(0, KEPT));
    dropBefore(this.#bySlot, slot - SLOTS + 1);
  }

  /** At most ten, the slowest first; of equals the earlier. */
  at(nowMs: number): T[] {
    const first = Math.floor(nowMs / SLOT_MS) - SLOTS + 1;
    const recent = [...this.#bySlot].filter(([slot]) => slot >= first).flatMap(([, items]) => items);
    return recent.toSorted((a, b) => b.ms - a.ms).slice(0, KEPT);
  }
}

const SLOT_MS = 300_000;
const SLOTS = 12;
const KEPT = 10;

function dropBefore(slots: Map<number, unknown>, first: number): void {
  for (const slot of slots.keys()) if (slot < first) slots.delete(slot);
}
