import type { Readable } from 'node:stream';
import { stripVTControlCharacters, styleText } from 'node:util';
import { oneLine as wholeLine } from '../use-cases/reporting/one-line.ts';

type Style = Parameters<typeof styleText>[0];

/** What a command may touch of the process: data goes to `out`, progress and errors to `note`. */
export interface Terminal {
  /** Writes data; resolves when the reader has taken it. Nothing happens once the reader is gone. */
  out(text: string): Promise<void>;
  /** Writes a line of progress or an error. */
  note(text: string): void;
  /** Styles text where data goes to a terminal that wants colour. */
  style(style: Style, text: string): string;
  /** Columns to wrap data at; null: not a terminal, so no wrapping. */
  readonly columns: number | null;
  /** True when progress goes to a terminal, where a line may be drawn again. */
  readonly canRedraw: boolean;
  /** Fires on SIGINT, SIGTERM and when the reader of the data has gone. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: Readable;
}

/** Why the signal fired. */
type StopReason = 'interrupted' | 'reader-gone';

/** The process's own streams and signals as a terminal. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  const { stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader closed the pipe, as `head` does: nobody wants the rest.
    if (error.code !== 'EPIPE') throw error;
    stop.abort('reader-gone' satisfies StopReason);
  });
  stderr.on('error', () => {});
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      // Asked twice: the person does not want to wait.
      if (stop.signal.aborted) process.exit(130);
      stop.abort('interrupted' satisfies StopReason);
    });
  }
  return {
    out: (text) => write(stdout, text, stop.signal),
    note: (text) => void stderr.write(`${text}\n`),
    style: (style, text) => styleText(style, text, { stream: stdout }),
    columns: stdout.isTTY ? Math.min(stdout.columns, 100) : null,
    canRedraw: stderr.isTTY === true,
    signal: stop.signal,
    env: process.env,
    cwd: process.cwd(),
    // Opened when asked for: an open one would be waited for at the end.
    get stdin() {
      return process.stdin;
    },
  };
}

async function write(stream: NodeJS.WriteStream, text: string, signal: AbortSignal): Promise<void> {
  if (signal.reason === 'reader-gone') return;
  await new Promise<void>((resolve) => {
    stream.write(text, () => resolve());
  });
}

/** Untrusted text on one line, cut with an ellipsis at `maxChars`. */
export function oneLine(text: string, maxChars = Number.POSITIVE_INFINITY): string {
  const line = wholeLine(text);
  const chars = [...line];
  return chars.length <= maxChars
    ? line
    : `${chars
        .slice(0, maxChars - 1)
        .join('')
        .trimEnd()}…`;
}

/** Text broken at spaces into lines of at most `columns`, each after `indent`; null: one line. */
export function wrap(
  text: string,
  { columns, indent = '' }: { columns: number | null; indent?: string },
): string {
  if (columns === null) return indent + text;
  const width = Math.max(20, columns - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && stripVTControlCharacters(`${line} ${word}`).length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}
