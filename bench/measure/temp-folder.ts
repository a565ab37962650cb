import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs with a new folder that is gone afterwards. */
export async function withTempFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'citedesk-bench-'));
  try {
    return await work(dir);
  } finally {
    // A server that is told to end may still write its counts there.
    await rm(dir, { recursive: true, force: true, maxRetries: 10 });
  }
}
