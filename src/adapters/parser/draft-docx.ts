import { Worker } from 'node:worker_threads';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { DocxReader } from '../../ports/draft-reader.ts';
import type { DocxResult, DocxTask } from './docx-task.ts';

export interface DocxLimits {
  /**
   * Bytes that all its parts may have once they are unzipped; 60,000,000 unless told: a draft of the highest
   * length has some 20 million, and pictures hardly shrink when they are zipped.
   */
  readonly maxUnzippedBytes?: number;
  /** 30,000 unless told: a draft of 20,000 words takes well under a second. */
  readonly timeoutMs?: number;
}

/**
 * Docx files as HTML: headings, lists, links, tables and notes; insertions that are still to be accepted
 * count, deletions, comments and pictures do not. Each is read in a thread of its own, which ends with it.
 */
export function createDocxReader({
  maxUnzippedBytes = 60_000_000,
  timeoutMs = 30_000,
}: DocxLimits = {}): DocxReader {
  return {
    async read(bytes, signal) {
      throwIfAborted(signal, STOPPED);
      if (!isZip(bytes)) throw isOldWord(bytes) ? oldFormat() : damaged();
      const result = await inThread({ bytes, maxUnzippedBytes }, timeoutMs, signal);
      switch (result.type) {
        case 'read':
          return { draft: result.html, format: 'html' };
        case 'no-document':
          throw damaged();
        case 'damaged':
          throw damaged(result.why);
        case 'too-large':
          throw tooLarge(
            `has more than ${maxUnzippedBytes.toLocaleString('en-GB')} bytes once it is unzipped`,
          );
        case 'too-long':
          throw tooLarge(`takes more than ${timeoutMs / 1_000} seconds to read`);
        default:
          return result satisfies never;
      }
    },
  };
}

/** True for bytes that begin as a zip archive does, which a docx file is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

// Files of Word before 2007, and newer ones under a password, are OLE containers.
const isOldWord = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

// A document of the highest length takes some 300 MB for the while.
const MEMORY_MB = 512;

const STOPPED = 'Reading the draft was stopped.';

function inThread(
  task: DocxTask,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<DocxResult | { readonly type: 'too-long' }> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stderr: true,
  });
  return new Promise<DocxResult | { readonly type: 'too-long' }>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ type: 'too-long' }), timeoutMs);
    const stop = () => reject(new CitedeskError('aborted', STOPPED, { cause: signal?.reason }));
    signal?.addEventListener('abort', stop, { once: true });
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    // The worker's own code sends nothing else.
    worker.once('message', (result: DocxResult) => {
      end();
      resolve(result);
    });
    worker.once('error', (error) => {
      end();
      if (isOutOfMemory(error)) resolve({ type: 'too-large' });
      else reject(failure(error));
    });
  }).finally(() => worker.terminate());
}

function failure(error: Error): Error {
  if (!('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return error;
  return new CitedeskError('file-unsupported', 'The part of the program that reads docx files is missing.', {
    fix: 'Run "npm install" in the program’s folder.',
    cause: error,
  });
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function damaged(cause?: string): CitedeskError {
  return new CitedeskError('invalid-input', 'The draft is no docx file, or a damaged one.', {
    fix: 'Open it in a word processor, save it again as .docx, or paste its text.',
    ...(cause !== undefined && { cause }),
  });
}

function oldFormat(): CitedeskError {
  return new CitedeskError(
    'invalid-input',
    'The draft is an old .doc file, or a docx file under a password.',
    {
      fix: 'Save it as .docx without a password.',
    },
  );
}

function tooLarge(what: string): CitedeskError {
  return new CitedeskError('limit-exceeded', `The docx file ${what}.`, {
    fix: 'Check its text, or a part of it.',
  });
}
