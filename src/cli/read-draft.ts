import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { CitedeskError } from '../domain/errors.ts';
import { LIMITS } from '../use-cases/desk.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import type { Terminal } from './terminal.ts';

/** The bytes of a draft; `-` reads standard input. Throws `file-unreadable` or `limit-exceeded`. */
export async function readDraft(file: string, { stdin, signal, cwd }: Terminal): Promise<Uint8Array> {
  const input = file === '-' ? stdin : createReadStream(resolve(cwd, file));
  addAbortSignal(signal, input);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of input) {
      bytes += chunk.length;
      if (bytes > LIMITS.fileBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw unreadable(file, cause);
  }
  if (bytes > LIMITS.fileBytes) {
    const limit = LIMITS.fileBytes.toLocaleString('en-GB');
    const message = `A draft has at most ${limit} bytes; ${printable(file)} has more.`;
    throw new CitedeskError('limit-exceeded', message, { fix: 'Check it in parts.' });
  }
  return Buffer.concat(chunks);
}

function unreadable(file: string, cause: unknown): CitedeskError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const why =
    code === 'ENOENT' ? 'there is none' : code === 'EISDIR' ? 'it is a folder' : `the system says ${code}`;
  return new CitedeskError('file-unreadable', `The draft ${printable(file)} cannot be read: ${why}.`, {
    fix: 'Check its name.',
    cause,
  });
}
