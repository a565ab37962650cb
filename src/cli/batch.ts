import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { z } from 'zod';
import { CitedeskError, isCitedeskError } from '../domain/errors.ts';
import type { Terminal } from './terminal.ts';

// Answers overlap, so that one reads while another embeds; more than a few only wait for the model.
const IN_FLIGHT = 4;

const idSchema = z.object({ id: z.union([z.string(), z.number()]) });

export interface BatchOptions {
  /** `-`: standard input. */
  readonly file: string;
  readonly terminal: Terminal;
  /** The fields of a line's answer. */
  readonly answer: (question: string) => Promise<object>;
}

export interface LinesOptions<Fields> extends Omit<BatchOptions, 'answer'> {
  /** What a line holds beside its `id`. */
  readonly fields: z.ZodType<Fields>;
  /** The same for a person, such as `a question (text)`. */
  readonly expected: string;
  readonly answer: (fields: Fields) => Promise<object>;
}

/** Answers the lines `{id, question}` of a file, as `runLines` does. */
export function runBatch({ file, terminal, answer }: BatchOptions): Promise<void> {
  return runLines({
    file,
    terminal,
    fields: z.object({ question: z.string() }),
    expected: 'a question (text)',
    answer: ({ question }) => answer(question),
  });
}

/**
 * Writes one JSON line with its `id` for each line of the file, in their order, as soon as it and
 * those before it are done. A bad line becomes `{id, error}`; blank lines are passed over.
 */
export async function runLines<Fields>(options: LinesOptions<Fields>): Promise<void> {
  const { file, terminal } = options;
  const { signal } = terminal;
  const written: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const line of linesOf(file, terminal)) {
    if (line.trim() === '') continue;
    const [before, result] = [last, answerLine(line, options)];
    last = before.then(async () => terminal.out(`${JSON.stringify(await result)}\n`));
    written.push(last);
    if (written.length >= IN_FLIGHT) await written.shift();
    if (signal.aborted) break;
  }
  await last;
  signal.throwIfAborted();
}

async function answerLine<Fields>(
  line: string,
  { fields, expected, answer }: LinesOptions<Fields>,
): Promise<object> {
  const value = parseJson(line);
  const id = idSchema.safeParse(value).data?.id ?? null;
  const parsed = fields.safeParse(value);
  if (id === null || !parsed.success) return { id, error: badLine(value, expected) };
  try {
    return { id, ...(await answer(parsed.data)) };
  } catch (error) {
    return { id, error: errorWords(error) };
  }
}

function badLine(value: unknown, expected: string): string {
  if (value === undefined) return 'The line is not JSON.';
  return `The line is not an object with an id (text or number) and ${expected}.`;
}

function errorWords(error: unknown): string {
  if (isCitedeskError(error)) return error.message;
  return `The program failed: ${error instanceof Error ? error.message : String(error)}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* linesOf(file: string, { stdin, signal, cwd }: Terminal): AsyncGenerator<string> {
  const input = file === '-' ? stdin : createReadStream(resolve(cwd, file));
  addAbortSignal(signal, input);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of input) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    signal.throwIfAborted();
    const message = `The batch file ${file} cannot be read.`;
    throw new CitedeskError('file-unreadable', message, { fix: 'Check its name.', cause });
  }
  yield rest;
}
