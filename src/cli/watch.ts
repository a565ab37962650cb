import { watch } from 'chokidar';

// Editors save in several steps, and copies bring many files at once.
const QUIET_MS = 400;

/**
 * Yields whenever files of the folder have changed and then been quiet for a moment. Changes during
 * the consumer's work count for the next round. Ends when the signal fires.
 */
export async function* watchFolder(dir: string, signal: AbortSignal): AsyncGenerator<void> {
  const watcher = watch(dir, { ignoreInitial: true, ignored: isHidden(dir) });
  let wake = () => {};
  let isDirty = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isDirty = true;
      wake();
    }, QUIET_MS);
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (!isDirty) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted) break;
      isDirty = false;
      yield;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await watcher.close();
  }
}

const isHidden = (dir: string) => (path: string) => /(?:^|[\\/])\.[^\\/.]/.test(path.slice(dir.length));
