interface Waiter {
  readonly count: number;
  readonly go: () => void;
}

/** A fixed number of places, taken some at a time, first come, first served. */
export class Slots {
  readonly #total: number;
  #free: number;
  readonly #waiting: Waiter[] = [];

  constructor(total: number) {
    this.#total = total;
    this.#free = total;
  }

  /** Resolves when `count` places are taken; more than there are counts as all of them. */
  take(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ count: Math.min(count, this.#total), go: resolve });
    this.#grant();
    return promise;
  }

  /** Gives back what was taken with the same `count`. */
  give(count: number): void {
    this.#free += Math.min(count, this.#total);
    this.#grant();
  }

  #grant(): void {
    for (
      let first = this.#waiting[0];
      first !== undefined && first.count <= this.#free;
      first = this.#waiting[0]
    ) {
      this.#free -= first.count;
      this.#waiting.shift();
      first.go();
    }
  }
}
