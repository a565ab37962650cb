import { hostname } from 'node:os';
import { z } from 'zod';
import { isRunning, processStart } from './process-identity.ts';

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Tells a process from a later one of the same number; null where the system does not say. */
  start: z.string().nullable(),
  /** ISO 8601, UTC. */
  since: z.string(),
});

/** Who holds a lock, as the lock file says it. */
export type Holder = z.infer<typeof holderSchema>;

/** This process, as a holder from now on. */
export async function ownHolder(): Promise<Holder> {
  const start = await processStart(process.pid);
  return { pid: process.pid, host: hostname(), start, since: new Date().toISOString() };
}

/** Null for a text that names no holder. */
export function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** False only where the holder ran on this machine and is known to be gone. */
export async function stillHolds(holder: Holder): Promise<boolean> {
  return holder.host !== hostname() || (await isRunning(holder.pid, holder.start));
}
