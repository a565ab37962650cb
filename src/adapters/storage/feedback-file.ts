import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CitedeskError } from '../../domain/errors.ts';
import { FEEDBACK_ORIGINS, type Feedback } from '../../domain/feedback.ts';
import type { FeedbackStore, StoredFeedback } from '../../ports/feedback-store.ts';
import { errnoOf, writeFailure } from './storage-files.ts';

export interface FeedbackFileOptions {
  /** Created with its folder by the first entry. */
  readonly path: string;
  /** 10,000,000 unless told: some ten thousand entries of usual length, read in a fraction of a second. */
  readonly maxBytes?: number;
}

/** Feedback as JSON lines in one file, which is only ever appended to and which its owner alone may read. */
export function createFeedbackFile({ path, maxBytes = 10_000_000 }: FeedbackFileOptions): FeedbackStore {
  // One after another, so that each sees the size that the one before it left.
  let last: Promise<void> = Promise.resolve();
  return {
    add(entry) {
      const done = last.then(() => append(path, `${JSON.stringify(entry)}\n`, maxBytes));
      last = done.catch(() => {});
      return done;
    },
    list: () => list(path),
  };
}

async function append(path: string, line: string, maxBytes: number): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+', 0o600);
    try {
      await appendTo(file, line, { path, maxBytes });
    } finally {
      await file.close();
    }
  } catch (error) {
    throw writeFailure(error, dirname(path));
  }
}

interface FileLimit {
  readonly path: string;
  readonly maxBytes: number;
}

async function appendTo(file: FileHandle, line: string, { path, maxBytes }: FileLimit): Promise<void> {
  const { size } = await file.stat();
  // A line that was cut off must not take this one with it.
  const bytes = Buffer.from((await isCutOff(file, size)) ? `\n${line}` : line);
  if (size + bytes.length > maxBytes) throw full(path, maxBytes);
  await file.appendFile(bytes);
}

async function isCutOff(file: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

function full(path: string, maxBytes: number): CitedeskError {
  const message = `Feedback takes at most ${maxBytes.toLocaleString('en-GB')} bytes, and this entry would pass them.`;
  return new CitedeskError('feedback-full', message, {
    fix: `Read it with \`citedesk feedback\`, then move ${path} elsewhere.`,
  });
}

async function list(path: string): Promise<StoredFeedback> {
  const lines = (await read(path)).split('\n').filter((line) => line !== '');
  const entries = lines.map(entryOf).filter((entry) => entry !== null);
  return { entries, unreadable: lines.length - entries.length };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return '';
    throw new CitedeskError('storage-failed', `The feedback in ${path} cannot be read (${errno}).`, {
      fix: 'Check that this user may read the file.',
      cause: error,
    });
  }
}

const offset = z.int().min(0);
const entrySchema = z.object({
  at: z.string(),
  from: z.enum(FEEDBACK_ORIGINS),
  question: z.string(),
  answerText: z.string(),
  helpful: z.boolean(),
  reason: z.string().exactOptional(),
  cites: z.array(z.object({ documentId: z.string(), start: offset, end: offset })),
}) satisfies z.ZodType<Feedback>;

function entryOf(line: string): Feedback | null {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
