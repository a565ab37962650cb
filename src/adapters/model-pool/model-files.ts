import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CitedeskError } from '../../domain/errors.ts';
import type { PinnedModel } from './pinned-model.ts';

export interface ModelFileReport {
  /** Relative to the model folder, `/` between parts. */
  readonly path: string;
  readonly status: 'ok' | 'missing' | 'damaged';
  /** SHA-256, lower-case hex. */
  readonly expectedSha256: string;
  /** Null where the file cannot be read. */
  readonly actualSha256: string | null;
}

async function sha256OfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

/** Compares every file of the model with its pinned hash. Never throws: what is wrong is in the reports. */
export async function checkModelFiles(modelDir: string, model: PinnedModel): Promise<ModelFileReport[]> {
  return Promise.all(
    Object.entries(model.files).map(async ([path, expectedSha256]) => {
      const actualSha256 = await sha256OfFile(join(modelDir, path));
      const status = actualSha256 === null ? 'missing' : actualSha256 === expectedSha256 ? 'ok' : 'damaged';
      return { path, status, expectedSha256, actualSha256 };
    }),
  );
}

/** Throws `model-missing` or `model-damaged` for the first file that is not as it should be. */
export async function requireModelFiles(modelDir: string, model: PinnedModel): Promise<void> {
  const reports = await checkModelFiles(modelDir, model);
  const fix = `Restore the folder with "git checkout -- models/${basename(modelDir)}", or point to an intact copy.`;
  const missing = reports.find((report) => report.status === 'missing');
  if (missing !== undefined) {
    const message = `The model file ${missing.path} cannot be read in ${modelDir}.`;
    throw new CitedeskError('model-missing', message, { fix });
  }
  const damaged = reports.find((report) => report.status === 'damaged');
  if (damaged !== undefined) {
    const message = `The model file ${damaged.path} in ${modelDir} is damaged: its SHA-256 should be ${damaged.expectedSha256} and is ${damaged.actualSha256}.`;
    throw new CitedeskError('model-damaged', message, { fix });
  }
}

/** Hash of all that shapes what a model gives: files, pooling and window. 16 hex digits. */
export function fingerprintOf(model: PinnedModel): string {
  const parts = [...Object.entries(model.files).flat(), model.pooling, model.windowTokens];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
