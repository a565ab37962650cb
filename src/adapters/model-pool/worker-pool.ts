import { CitedeskError } from '../../domain/errors.ts';
import { JobQueue } from './job-queue.ts';
import type { ModelTask } from './model-task.ts';
import type { PoolJob } from './pool-job.ts';
import type { JobReply, StartWorker, Worker } from './worker-protocol.ts';

// Jobs that a worker holds at once: enough that it never idles while the main thread is busy for
// some tens of milliseconds, few enough that little is lost with it.
const HELD_PER_WORKER = 8;
// A further worker is started when each would have this many jobs: starting one costs about as
// much as embedding forty passages.
const JOBS_PER_WORKER = 8;
const MAX_FAILED_STARTS = 2;
const MAX_DEATHS_PER_JOB = 2;

export interface PoolOptions {
  readonly start: StartWorker;
  /** Workers at most, 1 or more. */
  readonly workers: number;
}

interface Slot {
  readonly worker: Worker;
  readonly held: Map<number, PoolJob>;
  loaded: boolean;
}

/**
 * Workers that run models. Starts them as work comes, feeds each a few jobs ahead, and replaces one
 * that dies. The jobs that it held run again, each alone on a worker, so that one which ends two
 * workers is known, and is rejected, without taking its neighbours with it.
 */
export class WorkerPool {
  readonly #start: StartWorker;
  readonly #queue = new JobQueue();
  readonly #slots = new Set<Slot>();
  #limit: number;
  #failedStarts = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#start = options.start;
    this.#limit = options.workers;
    this.#addSlot();
  }

  add(jobs: readonly PoolJob[]): void {
    if (this.#closed) {
      rejectAll(jobs, closedError);
      return;
    }
    this.#queue.add(jobs);
    this.#pump();
  }

  /** Forgets jobs wherever they are; they neither resolve nor reject afterwards. */
  drop(jobs: readonly PoolJob[]): void {
    this.#queue.remove(new Set(jobs));
    for (const slot of this.#slots) {
      const ids = jobs.filter((job) => slot.held.delete(job.id)).map((job) => job.id);
      if (ids.length > 0) slot.worker.request({ type: 'drop', ids });
    }
    this.#pump();
  }

  /** Ends all workers; what is still under way rejects with `aborted`. */
  async close(): Promise<void> {
    this.#closed = true;
    rejectAll(this.#takeAll(), closedError);
    await Promise.all([...this.#slots].map((slot) => slot.worker.kill()));
  }

  #addSlot(): void {
    const worker = this.#start({
      onLoaded: () => {
        slot.loaded = true;
        this.#failedStarts = 0;
        this.#pump();
      },
      onReply: (reply) => this.#settle(slot, reply),
      onGone: (reason) => this.#replace(slot, reason),
    });
    const slot: Slot = { worker, held: new Map(), loaded: false };
    this.#slots.add(slot);
  }

  #settle(slot: Slot, reply: JobReply): void {
    const job = slot.held.get(reply.id);
    slot.held.delete(reply.id);
    // The worker gets its next job before anyone looks at this result.
    this.#pump();
    if (reply.type === 'done') job?.resolve(reply.output);
    else job?.reject(runFailed(job.task, reply.message));
  }

  #replace(slot: Slot, reason: string): void {
    this.#slots.delete(slot);
    if (this.#closed) return;
    if (!slot.loaded) this.#startFailed(reason);
    const held = [...slot.held.values()];
    for (const job of held) job.deaths++;
    rejectAll(
      held.filter((job) => job.deaths >= MAX_DEATHS_PER_JOB),
      ({ task }) => runFailed(task, reason),
    );
    this.#queue.addFirst(held.filter((job) => job.deaths < MAX_DEATHS_PER_JOB));
    this.#pump();
  }

  #startFailed(reason: string): void {
    this.#failedStarts++;
    const running = [...this.#slots].filter((slot) => slot.loaded).length;
    if (running > 0) {
      // Most likely the machine has no memory for more: go on with what there is.
      this.#limit = this.#slots.size;
    } else if (this.#failedStarts >= MAX_FAILED_STARTS) {
      this.#failedStarts = 0;
      rejectAll(this.#takeAll(), ({ task }) => startFailed(task, reason));
    }
  }

  #pump(): void {
    if (this.#closed) return;
    this.#grow();
    for (let job = this.#queue.peek(); job !== undefined; job = this.#queue.peek()) {
      const slot = this.#slotFor(job);
      if (slot === undefined) break;
      this.#queue.take();
      slot.held.set(job.id, job);
      const { id, task, input, urgent } = job;
      slot.worker.request({ type: 'run', id, task, input, urgent });
    }
    const waiting = this.#queue.size > 0;
    for (const slot of this.#slots) slot.worker.setBusy(waiting || slot.held.size > 0);
  }

  #grow(): void {
    const held = [...this.#slots].reduce((sum, slot) => sum + slot.held.size, 0);
    const wanted = Math.ceil((this.#queue.size + held) / JOBS_PER_WORKER);
    while (this.#slots.size < Math.min(wanted, this.#limit)) this.#addSlot();
  }

  #slotFor(job: PoolJob): Slot | undefined {
    const limit = job.deaths > 0 ? 1 : HELD_PER_WORKER;
    let best: Slot | undefined;
    for (const slot of this.#slots) {
      if (!slot.loaded || holdsSuspect(slot) || loadFor(job, slot) >= limit) continue;
      if (best === undefined || loadFor(job, slot) < loadFor(job, best)) best = slot;
    }
    return best;
  }

  #takeAll(): PoolJob[] {
    const jobs: PoolJob[] = [];
    for (const slot of this.#slots) {
      jobs.push(...slot.held.values());
      slot.held.clear();
    }
    for (let job = this.#queue.take(); job !== undefined; job = this.#queue.take()) jobs.push(job);
    return jobs;
  }
}

/** Jobs that a worker would run before this one. */
function loadFor(job: PoolJob, slot: Slot): number {
  // A job that has seen a worker die runs alone; an urgent one goes past those that wait.
  if (job.deaths > 0 || !job.urgent) return slot.held.size;
  return slot.held.values().reduce((count, held) => count + Number(held.urgent), 0);
}

function holdsSuspect(slot: Slot): boolean {
  for (const job of slot.held.values()) if (job.deaths > 0) return true;
  return false;
}

function rejectAll(jobs: readonly PoolJob[], errorFor: (job: PoolJob) => CitedeskError): void {
  for (const job of jobs) job.reject(errorFor(job));
}

const closedError = () => new CitedeskError('aborted', 'The model was closed.');

const runFailed = ({ errorCode }: ModelTask, reason: string) =>
  new CitedeskError(errorCode, 'The model failed on a text.', {
    fix: 'Run "citedesk doctor"; if the model is intact, the text that fails is worth a report.',
    cause: new Error(reason),
  });

const startFailed = ({ errorCode }: ModelTask, reason: string) =>
  new CitedeskError(errorCode, 'The process of the model does not start.', {
    fix: 'Run "citedesk doctor", which checks the runtime and the model.',
    cause: new Error(reason),
  });
