import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EmbeddingJob } from './embedding-job.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';

const ENTRY = fileURLToPath(new URL('./worker.ts', import.meta.url));
// Of what the native runtime prints: enough for the message of a crash.
const STDERR_CHARS = 2_000;

export interface WorkerEvents {
  readonly onLoaded: (worker: WorkerProcess) => void;
  readonly onReply: (worker: WorkerProcess, reply: Extract<WorkerReply, { id: number }>) => void;
  /** The process is gone; `reason` is a sentence about why. `held` still holds its texts. */
  readonly onGone: (worker: WorkerProcess, reason: string) => void;
}

/** One child process of the pool, and the jobs that it holds. */
export class WorkerProcess {
  readonly held = new Map<number, EmbeddingJob>();
  readonly exited: Promise<void>;
  loaded = false;
  readonly #child: ChildProcess;
  #stderr = '';
  #loadFailure: string | null = null;

  constructor(modelDir: string, events: WorkerEvents) {
    this.#child = fork(ENTRY, [modelDir], {
      execPath: process.execPath,
      // Flags of the parent, such as a debugger's port, are not the worker's.
      execArgv: [],
      serialization: 'advanced',
      // stdout is the program's data; the worker has none.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_CHARS);
    });
    this.#child.on('message', (message) => {
      // `fork` types messages as unknown; only worker.ts writes to this channel.
      this.#receive(message as WorkerReply, events);
    });
    // Without a listener a failed `send` to a dying worker would end this process; `exit` tells the rest.
    this.#child.on('error', () => {});
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve();
        events.onGone(this, this.#loadFailure ?? this.#describeExit(code, signal));
      });
    });
    this.#keepParentAlive(true);
  }

  send(job: EmbeddingJob): void {
    this.held.set(job.id, job);
    this.#request({ type: 'embed', id: job.id, text: job.text, urgent: job.urgent });
    this.#keepParentAlive(true);
  }

  /** Lets go of jobs; the worker skips those that it has not begun. */
  drop(jobs: readonly EmbeddingJob[]): void {
    const ids = jobs.filter((job) => this.held.delete(job.id)).map((job) => job.id);
    if (ids.length > 0) this.#request({ type: 'drop', ids });
  }

  /** A worker holds nothing worth saving, so it is ended at once. */
  kill(): void {
    this.#keepParentAlive(true);
    this.#child.kill('SIGKILL');
  }

  #receive(message: WorkerReply, events: WorkerEvents): void {
    if (message.type === 'loaded') {
      this.loaded = true;
      events.onLoaded(this);
    } else if (message.type === 'load-failed') {
      this.#loadFailure = message.message;
    } else {
      events.onReply(this, message);
    }
    if (this.held.size === 0) this.#keepParentAlive(false);
  }

  #request(message: WorkerRequest): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  // An idle worker does not hold up the end of a program that forgot to close the embedder.
  #keepParentAlive(busy: boolean): void {
    const set = busy ? 'ref' : 'unref';
    this.#child[set]();
    this.#child.channel?.[set]();
  }

  #describeExit(code: number | null, signal: string | null): string {
    const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
    const said = this.#stderr.trim();
    return said === '' ? how : `${how}; it said: ${said}`;
  }
}
