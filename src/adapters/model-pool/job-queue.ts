import type { PoolJob } from './pool-job.ts';

/** Jobs that no worker holds yet: urgent ones first, else in order of arrival. */
export class JobQueue {
  readonly #urgent: PoolJob[] = [];
  readonly #waiting: PoolJob[] = [];
  // Jobs before it are taken; moving it is cheaper than shifting an array of thousands.
  #taken = 0;

  get size(): number {
    return this.#urgent.length + this.#waiting.length - this.#taken;
  }

  add(jobs: readonly PoolJob[]): void {
    for (const job of jobs) (job.urgent ? this.#urgent : this.#waiting).push(job);
  }

  /** Puts jobs back before all others of their kind. */
  addFirst(jobs: readonly PoolJob[]): void {
    this.#urgent.unshift(...jobs.filter((job) => job.urgent));
    this.#waiting.splice(0, this.#taken, ...jobs.filter((job) => !job.urgent));
    this.#taken = 0;
  }

  peek(): PoolJob | undefined {
    return this.#urgent[0] ?? this.#waiting[this.#taken];
  }

  take(): PoolJob | undefined {
    if (this.#urgent.length > 0) return this.#urgent.shift();
    const job = this.#waiting[this.#taken];
    if (job !== undefined) this.#taken++;
    if (this.#taken > 1024) this.#forgetTaken();
    return job;
  }

  remove(jobs: ReadonlySet<PoolJob>): void {
    this.#forgetTaken();
    for (const queue of [this.#urgent, this.#waiting]) {
      queue.splice(0, queue.length, ...queue.filter((job) => !jobs.has(job)));
    }
  }

  #forgetTaken(): void {
    this.#waiting.splice(0, this.#taken);
    this.#taken = 0;
  }
}
