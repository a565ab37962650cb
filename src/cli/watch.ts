import { watch } from 'chokidar';

// Editors save in several steps, and copies bring many files at once.
const QUIET_MS = 400;

/**
 * Watches a folder from the moment that it resolves. What it gives yields whenever files have
 * changed and then been quiet for a moment; changes during the consumer's work count for the next
 * round. It ends when the signal fires.
 */
export async function watchFolder(dir: string, signal: AbortSignal): Promise<AsyncIterable<void>> {
  const watcher = watch(dir, { ignoreInitial: true, ignored: isHidden(dir) });
  const changes = new Changes();
  watcher.on('all', () => changes.noticed());
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  signal.addEventListener('abort', () => changes.end(), { once: true });
  if (signal.aborted) changes.end();
  return rounds(changes, () => watcher.close());
}

async function* rounds(changes: Changes, close: () => Promise<void>): AsyncGenerator<void> {
  try {
    while (await changes.next()) yield;
  } finally {
    changes.end();
    await close();
  }
}

/** Many notices made one, once they have stopped coming. */
class Changes {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;
  #hasEnded = false;
  #wake: () => void = () => {};

  noticed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#wake();
    }, QUIET_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#hasEnded = true;
    this.#wake();
  }

  /** True when there is something to do, false when it has ended. */
  async next(): Promise<boolean> {
    while (!this.#isDue && !this.#hasEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#isDue = false;
    return !this.#hasEnded;
  }
}

const isHidden = (dir: string) => (path: string) => /(?:^|[\\/])\.[^\\/.]/.test(path.slice(dir.length));
