import { dirname } from 'node:path';
import { z } from 'zod';
import { CitedeskError } from '../../domain/errors.ts';
import type { ServiceCounts } from '../../domain/service-counts.ts';
import { APP_NAMES, CHECK_OUTCOMES, QUESTION_OUTCOMES } from '../../domain/service-status.ts';
import { VERDICTS } from '../../domain/verdict.ts';
import type { CountsStore, KeptCounts } from '../../ports/counts-store.ts';
import { toJsonBytes } from './manifest-file.ts';
import { errnoOf, nodeFiles, type StorageFiles, writeFailure } from './storage-files.ts';

export interface CountsFileOptions {
  readonly path: string;
  /** For tests that put faults into file operations. */
  readonly files?: StorageFiles;
}

/** A server's counts as one JSON file, replaced by a rename; a damaged one goes to `<path>.damaged`. */
export function createCountsFile({ path, files = nodeFiles }: CountsFileOptions): CountsStore {
  return {
    async write(counts) {
      try {
        await files.makeFolder(dirname(path));
        await files.write(`${path}.next`, toJsonBytes(counts));
        await files.rename(`${path}.next`, path);
      } catch (error) {
        throw writeFailure(error, dirname(path));
      }
    },
    async read() {
      const bytes = await bytesOf(path, files);
      return bytes === null ? { kind: 'none' } : (countsIn(bytes) ?? setAside(path, files));
    },
  };
}

async function bytesOf(path: string, files: StorageFiles): Promise<Uint8Array | null> {
  try {
    return await files.read(path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return null;
    throw new CitedeskError('storage-failed', `The counts in ${path} cannot be read (${errno}).`, {
      fix: 'Check that this user may read the file.',
      cause: error,
    });
  }
}

function countsIn(bytes: Uint8Array): KeptCounts | null {
  try {
    return { kind: 'found', counts: countsSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) };
  } catch {
    return null;
  }
}

async function setAside(path: string, files: StorageFiles): Promise<KeptCounts> {
  const aside = `${path}.damaged`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    throw writeFailure(error, dirname(path));
  }
  return { kind: 'damaged', setAside: aside };
}

const count = z.int().nonnegative();
const ms = z.number().nonnegative();
const app = z.enum(APP_NAMES);
const time = z.iso.datetime();
// A file that somebody else wrote must not fill the memory: far above what a server keeps.
const few = <T extends z.ZodType>(item: T) => z.array(item).max(1_000);
const perApp = <T extends z.ZodType>(schema: T) => z.record(app, schema);
const durations = z.object({ counts: few(count), sumMs: ms, maxMs: ms });
const verdicts = z.record(z.enum(VERDICTS), count);
const request = { app, method: z.string().max(20), route: z.string().max(1_000) };

const countsSchema = z.object({
  countedSince: time,
  takenAt: time,
  questions: perApp(z.record(z.enum(QUESTION_OUTCOMES), count)),
  questionsPerMinute: perApp(few(count)),
  checks: z.record(z.enum(CHECK_OUTCOMES), count),
  verdicts: z.object({ answers: verdicts, checks: verdicts }),
  answerTimes: durations,
  checkTimes: durations,
  routes: few(z.object({ ...request, refused: count, failed: count, durations })),
  refusals: few(z.object({ app, code: z.string().max(100), count })),
  slowest: few(z.object({ ...request, at: time, status: z.int(), ms })),
}) satisfies z.ZodType<ServiceCounts>;
