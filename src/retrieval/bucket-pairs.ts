/**
 * Members of a bucket that a new one is compared with. A bucket of hundreds is held together by what says
 * nothing, or by copies of which a few are enough to join the rest; without a bound the time would
 * grow with its square.
 */
const COMPARED = 16;

/** Pairs of numbers that share a bucket, each once, as they come in. */
export class BucketPairs {
  readonly #buckets = new Map<number, number[]>();
  readonly #seen = new Set<number>();

  /**
   * Puts `item` into the buckets of its keys; gives those met there that it was not yet paired with, at
   * most 16 a bucket, the latest. Items are whole numbers from 0, added in rising order.
   */
  add(item: number, keys: Iterable<number>): number[] {
    const met: number[] = [];
    for (const key of keys) {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [item]);
      else {
        for (const other of bucket) if (this.#isNew(item, other)) met.push(other);
        bucket.push(item);
        if (bucket.length > COMPARED) bucket.shift();
      }
    }
    this.#seen.clear();
    return met;
  }

  #isNew(item: number, other: number): boolean {
    if (item === other || this.#seen.has(other)) return false;
    this.#seen.add(other);
    return true;
  }
}
