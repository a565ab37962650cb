import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CitedeskError } from '../../domain/errors.ts';
import type { Lock, LockLease } from '../../ports/lock.ts';
import { isRunning, processStart } from './process-identity.ts';

export interface FileLockOptions {
  readonly path: string;
  /** How long to wait for a holder before `index-busy`; 0 unless told. */
  readonly waitMs?: number;
}

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Tells a process from a later one of the same number. */
  start: z.string().nullable(),
  /** ISO 8601, UTC. */
  since: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

const POLL_MS = 100;
let serial = 0;

/**
 * A lock that is a file naming its holder. A holder that was killed leaves the file behind; the next
 * one sees that the process is gone and takes its place. Of a holder on another machine nothing can
 * be known, so its lock stands.
 */
export function createFileLock({ path, waitMs = 0 }: FileLockOptions): Lock {
  return {
    async acquire() {
      await mkdir(dirname(path), { recursive: true });
      for (let waitedMs = 0; ; waitedMs += POLL_MS) {
        const outcome = await tryAcquire(path);
        if ('release' in outcome) return outcome;
        if (waitedMs >= waitMs) throw busy(path, outcome);
        await sleep(POLL_MS);
      }
    },
  };
}

/** The lease, or who holds the lock. */
async function tryAcquire(path: string): Promise<LockLease | Holder> {
  const own = await ownClaim(path);
  try {
    for (;;) {
      if (await linkNew(own.file, path)) return leaseOf(path, own.text);
      const found = await readFound(path);
      if (found === null) continue;
      if (found.holder !== null && (await isHeld(found.holder))) return found.holder;
      // Two that both see a dead holder must not both take its place, so the taking has a lock too.
      const taking = await tryAcquire(`${path}.taking`);
      if (!('release' in taking)) return taking;
      try {
        const isStillDead = (await readFound(path))?.text === found.text;
        if (!isStillDead) continue;
        await rename(own.file, path);
        return leaseOf(path, own.text);
      } finally {
        await taking.release();
      }
    }
  } finally {
    await rm(own.file, { force: true });
  }
}

async function ownClaim(path: string): Promise<{ file: string; text: string }> {
  const start = await processStart(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), start, since: new Date().toISOString() };
  const text = `${JSON.stringify({ ...holder, serial: ++serial })}\n`;
  const file = `${path}.${hostname()}-${process.pid}-${serial}`;
  await writeFile(file, text);
  return { file, text };
}

/** Gives the claim the lock's name unless that is taken: the file appears whole or not at all. */
async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  readonly text: string;
  /** Null for a file that names no holder, such as one that a power cut left empty. */
  readonly holder: Holder | null;
}

/** Null where the file is gone. */
async function readFound(path: string): Promise<Found | null> {
  try {
    const text = await readFile(path, 'utf8');
    return { text, holder: parseHolder(text) };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function isHeld(holder: Holder): Promise<boolean> {
  return holder.host !== hostname() || (await isRunning(holder.pid, holder.start));
}

function leaseOf(path: string, text: string): LockLease {
  return {
    async release() {
      const found = await readFound(path);
      if (found?.text === text) await rm(path, { force: true });
    },
  };
}

function busy(path: string, { pid, host, since }: Holder): CitedeskError {
  const where = host === hostname() ? '' : ` on ${host}`;
  return new CitedeskError(
    'index-busy',
    `Process ${pid}${where} has been building this index since ${since}.`,
    {
      fix:
        host === hostname()
          ? 'Wait until it is done.'
          : `Wait until it is done; if it is gone for good, delete ${path}.`,
    },
  );
}

function errnoOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
