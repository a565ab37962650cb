// One process of the pool: loads its first model, then runs one job at a time until its parent is gone.
import { flushCompileCache } from 'node:module';
import type { LoadTask, RunTask } from './model-task.ts';
import type { JobReply, WorkerReply, WorkerRequest } from './worker-protocol.ts';

type Run = Extract<WorkerRequest, { type: 'run' }>;
type Task = Pick<Run['task'], 'module' | 'modelDir'>;

const urgent: Run[] = [];
const waiting: Run[] = [];
let wake: (() => void) | null = null;
const loaded = new Map<string, RunTask<unknown, unknown>>();

// Waiting jobs up to which outputs are sent at once, so that the pool sends more in time. With more,
// outputs wait for each other: a message wakes the main process, which takes the time from a worker
// where every core is busy.
const FEW_WAITING = 4;
let replies: JobReply[] = [];

const send = (messages: readonly WorkerReply[], done?: () => void) =>
  process.send?.(messages, undefined, undefined, done);

function reply(message: JobReply, isUrgent: boolean): void {
  replies.push(message);
  if (isUrgent || urgent.length + waiting.length <= FEW_WAITING) sendReplies();
}

function sendReplies(): void {
  if (replies.length > 0) send(replies);
  replies = [];
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function take(request: WorkerRequest): void {
  if (request.type === 'run') {
    (request.urgent ? urgent : waiting).push(request);
    wake?.();
    return;
  }
  const ids = new Set(request.ids);
  for (const queue of [urgent, waiting]) {
    queue.splice(0, queue.length, ...queue.filter((entry) => !ids.has(entry.id)));
  }
}

async function nextJob(): Promise<Run> {
  for (;;) {
    // A turn of the event loop, so that an urgent job or a drop that has arrived is seen before the next run.
    await new Promise((resolve) => setImmediate(resolve));
    const next = urgent.shift() ?? waiting.shift();
    if (next !== undefined) return next;
    // What waited may have been dropped.
    sendReplies();
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

/** The model of a task, loaded once; a load that fails is tried again for the next job. */
async function runnerOf({ module, modelDir }: Task): Promise<RunTask<unknown, unknown>> {
  const key = JSON.stringify([module, modelDir]);
  const known = loaded.get(key);
  if (known !== undefined) return known;
  // Every module that a task names exports this; the pool alone sends tasks.
  const { load } = (await import(module)) as { readonly load: LoadTask<unknown, unknown> };
  const runner = await load(modelDir);
  loaded.set(key, runner);
  return runner;
}

async function run(preload: Task): Promise<never> {
  await runnerOf(preload);
  send([{ type: 'loaded' }]);
  // The pool ends its workers without a chance to write what they compiled.
  flushCompileCache();
  for (;;) {
    const { id, task, input, urgent: isUrgent } = await nextJob();
    try {
      const runner = await runnerOf(task);
      reply({ type: 'done', id, output: await runner(input) }, isUrgent);
    } catch (error) {
      reply({ type: 'failed', id, message: wordsOf(error) }, isUrgent);
    }
  }
}

// The parent alone ends a worker: by SIGKILL, or by dying, which closes the channel. Signals that a
// terminal or a service manager sends to the whole group must not break a parent that still drains.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('message', (message) => {
  // `fork` types messages as unknown; only the pool writes to this channel.
  for (const request of message as readonly WorkerRequest[]) take(request);
});
const [, , module = '', modelDir = ''] = process.argv;
run({ module, modelDir }).catch((error: unknown) => {
  send([{ type: 'load-failed', message: wordsOf(error) }], () => process.exit(1));
});
