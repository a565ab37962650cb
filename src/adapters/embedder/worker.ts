// One process of the pool: loads the model, then embeds one text at a time until its parent is gone.
import { ALL_MINILM_L6_V2 } from './known-model.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';

type Embed = Extract<WorkerRequest, { type: 'embed' }>;

const urgent: Embed[] = [];
const waiting: Embed[] = [];
let wake: (() => void) | null = null;

const reply = (message: WorkerReply) => process.send?.(message);
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function take(request: WorkerRequest): void {
  if (request.type === 'embed') {
    (request.urgent ? urgent : waiting).push(request);
    wake?.();
    return;
  }
  const ids = new Set(request.ids);
  for (const queue of [urgent, waiting]) {
    queue.splice(0, queue.length, ...queue.filter((entry) => !ids.has(entry.id)));
  }
}

async function nextText(): Promise<Embed> {
  for (;;) {
    // A turn of the event loop, so that a question or a drop that has arrived is seen before the next run.
    await new Promise((resolve) => setImmediate(resolve));
    const next = urgent.shift() ?? waiting.shift();
    if (next !== undefined) return next;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

async function run(modelDir: string): Promise<never> {
  const { loadEncoder } = await import('./encoder.ts');
  const encode = await loadEncoder(modelDir, ALL_MINILM_L6_V2);
  reply({ type: 'loaded' });
  for (;;) {
    const { id, text } = await nextText();
    try {
      reply({ type: 'embedded', id, vector: await encode(text) });
    } catch (error) {
      reply({ type: 'text-failed', id, message: wordsOf(error) });
    }
  }
}

// The parent alone ends a worker: by SIGKILL, or by dying, which closes the channel. Signals that a
// terminal or a service manager sends to the whole group must not break a parent that still drains.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('message', (message) => {
  // `fork` types messages as unknown; only the pool writes to this channel.
  take(message as WorkerRequest);
});
run(process.argv[2] ?? '').catch((error: unknown) => {
  const message: WorkerReply = { type: 'load-failed', message: wordsOf(error) };
  process.send?.(message, () => process.exit(1));
});
