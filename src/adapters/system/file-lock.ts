import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CitedeskError } from '../../domain/errors.ts';
import type { Lock, LockLease } from '../../ports/lock.ts';
import { type Holder, ownHolder, parseHolder, stillHolds } from './lock-holder.ts';

export interface FileLockOptions {
  readonly path: string;
  /** How long to wait for a holder before `index-busy`; 0 unless told. */
  readonly waitMs?: number;
  /** For tests that come in between: runs when a dead holder was seen, before its place is taken. */
  readonly onDeadHolder?: () => Promise<void>;
}

const POLL_MS = 100;
// Tells the claims of one process apart.
let claims = 0;

/**
 * A lock that is a file naming its holder. A holder that was killed leaves the file behind; the next
 * one sees that the process is gone and takes its place. Of a holder on another machine nothing can
 * be known, so its lock stands. `acquire` throws `index-busy`, or `storage-full` and `storage-failed`
 * where the file cannot be written.
 */
export function createFileLock(options: FileLockOptions): Lock {
  return {
    async acquire() {
      try {
        return await acquireWithin(options);
      } catch (error) {
        throw lockFailure(error, options.path);
      }
    },
  };
}

async function acquireWithin({ path, waitMs = 0, onDeadHolder }: FileLockOptions): Promise<LockLease> {
  await mkdir(dirname(path), { recursive: true });
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const outcome = await tryAcquire(path, onDeadHolder);
    if ('release' in outcome) return outcome;
    if (waitedMs >= waitMs) throw busy(path, outcome);
    await sleep(POLL_MS);
  }
}

/** The lease, or who holds the lock. */
async function tryAcquire(
  path: string,
  onDeadHolder?: FileLockOptions['onDeadHolder'],
): Promise<LockLease | Holder> {
  const claim = await writeClaim(path);
  try {
    for (;;) {
      if (await linkNew(claim.file, path)) return leaseOf(path, claim.text);
      const found = await readFound(path);
      if (found === null) continue;
      if (found.holder !== null && (await stillHolds(found.holder))) return found.holder;
      await onDeadHolder?.();
      const outcome = await takeOver(path, claim, found);
      if (outcome !== null) return outcome;
    }
  } finally {
    await rm(claim.file, { force: true });
  }
}

interface Claim {
  readonly file: string;
  readonly text: string;
}

interface Found {
  readonly text: string;
  /** Null for a file that names no holder, such as one that a power cut left empty. */
  readonly holder: Holder | null;
}

/**
 * Takes the place of a dead holder. Two that both see it must not both do so: the taking has a lock of
 * its own, made the same way, and whoever has that looks once more. Null: somebody else was faster.
 */
async function takeOver(path: string, claim: Claim, dead: Found): Promise<LockLease | Holder | null> {
  const taking = await tryAcquire(`${path}.taking`);
  if (!('release' in taking)) return taking;
  try {
    if ((await readFound(path))?.text !== dead.text) return null;
    await rename(claim.file, path);
    await removeDeadClaims(path);
    return leaseOf(path, claim.text);
  } finally {
    await taking.release();
  }
}

async function writeClaim(path: string): Promise<Claim> {
  const serial = ++claims;
  const text = `${JSON.stringify({ ...(await ownHolder()), serial })}\n`;
  const file = `${path}.claim-${process.pid}-${serial}`;
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
    if (!CANNOT_LINK.has(errnoOf(error))) throw error;
    return await copyNew(from, to);
  }
}

// File systems without hard links, such as exFAT and some network shares.
const CANNOT_LINK = new Set<unknown>(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

async function copyNew(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
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

/** Claims that killed processes left beside the lock. */
async function removeDeadClaims(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !name.includes('.claim-')) continue;
    const holder = (await readFound(join(folder, name)))?.holder ?? null;
    if (holder !== null && !(await stillHolds(holder))) await rm(join(folder, name), { force: true });
  }
}

function leaseOf(path: string, text: string): LockLease {
  return {
    async release() {
      if ((await readFound(path))?.text === text) await rm(path, { force: true });
    },
  };
}

function busy(path: string, { pid, host, since }: Holder): CitedeskError {
  const isHere = host === hostname();
  const who = isHere ? `Process ${pid}` : `Process ${pid} on ${host}`;
  return new CitedeskError('index-busy', `${who} has been building this index since ${since}.`, {
    fix: isHere
      ? 'Wait until it is done, or end that process.'
      : `Wait until it is done; if it is gone for good, delete ${path}.`,
  });
}

function lockFailure(error: unknown, path: string): CitedeskError {
  if (error instanceof CitedeskError) return error;
  const errno = errnoOf(error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new CitedeskError('storage-full', `The disk that holds ${path} is full.`, {
      fix: 'Free some space and run the command again.',
      cause: error,
    });
  }
  return new CitedeskError('storage-failed', `The lock file ${path} cannot be written (${String(errno)}).`, {
    fix: 'Check that its folder may be written.',
    cause: error,
  });
}

function errnoOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
