import { CitedeskError } from '../../domain/errors.ts';
import { type EmbeddingJob, JobQueue } from './embedding-job.ts';
import { WorkerProcess } from './worker-process.ts';

// Texts that a worker holds at once: enough that it never idles while the main thread is busy for
// some tens of milliseconds, few enough that little is lost with it.
const HELD_PER_WORKER = 8;
// A further worker is started when each running one would have this many texts: starting one costs
// about as much as embedding forty passages.
const TEXTS_PER_WORKER = 8;
const MAX_FAILED_STARTS = 2;
const MAX_DEATHS_PER_TEXT = 2;

export interface PoolOptions {
  readonly modelDir: string;
  /** Processes at most, 1 or more. */
  readonly workers: number;
}

/**
 * Child processes that embed texts. Starts them as work comes, feeds each a few texts ahead, and
 * replaces one that dies. The texts that it held run again, each alone on a worker, so that one which
 * ends two workers is known, and is rejected, without taking its neighbours with it.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #queue = new JobQueue();
  readonly #workers = new Set<WorkerProcess>();
  #failedStarts = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#start();
  }

  add(jobs: readonly EmbeddingJob[]): void {
    if (this.#closed) {
      rejectAll(jobs, closedError());
      return;
    }
    this.#queue.add(jobs);
    this.#pump();
  }

  /** Forgets jobs wherever they are; they neither resolve nor reject afterwards. */
  drop(jobs: readonly EmbeddingJob[]): void {
    this.#queue.remove(new Set(jobs));
    for (const worker of this.#workers) worker.drop(jobs);
    this.#pump();
  }

  /** Ends all workers; what is still under way rejects with `aborted`. */
  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#workers];
    for (const worker of workers) worker.kill();
    rejectAll(this.#takeAll(), closedError());
    await Promise.all(workers.map((worker) => worker.exited));
  }

  #start(): void {
    this.#workers.add(
      new WorkerProcess(this.#options.modelDir, {
        onLoaded: () => {
          this.#failedStarts = 0;
          this.#pump();
        },
        onReply: (worker, reply) => {
          const job = worker.held.get(reply.id);
          worker.held.delete(reply.id);
          this.#pump();
          if (reply.type === 'embedded') job?.resolve(reply.vector);
          else job?.reject(textFailed(reply.message));
        },
        onGone: (worker, reason) => this.#replace(worker, reason),
      }),
    );
  }

  #replace(worker: WorkerProcess, reason: string): void {
    this.#workers.delete(worker);
    if (this.#closed) return;
    if (!worker.loaded && ++this.#failedStarts >= MAX_FAILED_STARTS) {
      this.#failedStarts = 0;
      rejectAll(this.#takeAll(), startFailed(reason));
      return;
    }
    const held = [...worker.held.values()];
    for (const job of held) job.deaths++;
    rejectAll(
      held.filter((job) => job.deaths >= MAX_DEATHS_PER_TEXT),
      textFailed(reason),
    );
    this.#queue.addFirst(held.filter((job) => job.deaths < MAX_DEATHS_PER_TEXT));
    this.#pump();
  }

  #pump(): void {
    this.#grow();
    for (let job = this.#queue.peek(); job !== undefined; job = this.#queue.peek()) {
      const worker = this.#workerFor(job);
      if (worker === undefined) return;
      this.#queue.take();
      worker.send(job);
    }
  }

  #grow(): void {
    const held = [...this.#workers].reduce((sum, worker) => sum + worker.held.size, 0);
    const wanted = Math.ceil((this.#queue.size + held) / TEXTS_PER_WORKER);
    while (this.#workers.size < Math.min(wanted, this.#options.workers)) this.#start();
  }

  // A question goes to a worker however many passages that one holds, since it runs next there.
  #workerFor(job: EmbeddingJob): WorkerProcess | undefined {
    const limit = job.deaths > 0 ? 1 : job.urgent ? Number.POSITIVE_INFINITY : HELD_PER_WORKER;
    let best: WorkerProcess | undefined;
    for (const worker of this.#workers) {
      if (!worker.loaded || worker.held.size >= limit || holdsSuspect(worker)) continue;
      if (best === undefined || worker.held.size < best.held.size) best = worker;
    }
    return best;
  }

  #takeAll(): EmbeddingJob[] {
    const jobs = [...this.#workers].flatMap((worker) => [...worker.held.values()]);
    for (const worker of this.#workers) worker.held.clear();
    for (let job = this.#queue.take(); job !== undefined; job = this.#queue.take()) jobs.push(job);
    return jobs;
  }
}

function holdsSuspect(worker: WorkerProcess): boolean {
  for (const job of worker.held.values()) if (job.deaths > 0) return true;
  return false;
}

function rejectAll(jobs: readonly EmbeddingJob[], error: CitedeskError): void {
  for (const job of jobs) job.reject(error);
}

const closedError = () => new CitedeskError('aborted', 'The embedder was closed.');

const textFailed = (reason: string) =>
  new CitedeskError('embedder-failed', 'A text could not be embedded: the model failed on it twice.', {
    fix: 'Run "citedesk doctor"; if the model is intact, report the text that fails.',
    cause: new Error(reason),
  });

const startFailed = (reason: string) =>
  new CitedeskError('embedder-failed', 'The embedding process does not start.', {
    fix: 'Run "citedesk doctor", which checks the runtime and the model.',
    cause: new Error(reason),
  });
