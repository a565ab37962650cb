import { dirname } from 'node:path';
import { z } from 'zod';
import type { BuildRecord } from '../../domain/build-record.ts';
import type { BuildRecordStore } from '../../ports/build-record-store.ts';
import { toJsonBytes } from './manifest-file.ts';
import { nodeFiles, type StorageFiles, writeFailure } from './storage-files.ts';

export interface BuildRecordFileOptions {
  readonly path: string;
  /** For tests that put faults into file operations. */
  readonly files?: StorageFiles;
}

/** The record of the last build as one JSON file, replaced by a rename. */
export function createBuildRecordFile({ path, files = nodeFiles }: BuildRecordFileOptions): BuildRecordStore {
  return {
    async write(record) {
      try {
        await files.makeFolder(dirname(path));
        await files.write(`${path}.next`, toJsonBytes(record));
        await files.rename(`${path}.next`, path);
      } catch (error) {
        throw writeFailure(error, dirname(path));
      }
    },
    async read() {
      try {
        return recordSchema.parse(JSON.parse(new TextDecoder().decode(await files.read(path))));
      } catch {
        // It only informs: a lost or damaged one is made anew by the next build.
        return null;
      }
    },
  };
}

const count = z.int().nonnegative();
const recordSchema = z.object({
  finishedAt: z.iso.datetime(),
  seconds: z.number().nonnegative(),
  added: count,
  changed: count,
  unchanged: count,
  removed: count,
  embeddedPassages: count,
  passagesPerSecond: z.number().nonnegative(),
  rebuildReason: z.string().nullable(),
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  skippedCount: count,
  warnings: z.array(z.object({ path: z.string().nullable(), words: z.string() })),
  warningCount: count,
}) satisfies z.ZodType<BuildRecord>;
