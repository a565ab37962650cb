import { Readable } from 'node:stream';
import type { Terminal } from '../../../../src/cli/terminal.ts';

export interface MemoryTerminal extends Terminal {
  /** What was written so far. */
  readonly data: () => string;
  readonly notes: () => readonly string[];
  readonly stop: (reason: 'interrupted' | 'reader-gone') => void;
}

export interface MemoryTerminalOptions {
  readonly stdin?: Readable;
  readonly columns?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A terminal that keeps what is written to it. */
export function memoryTerminal(options: MemoryTerminalOptions = {}): MemoryTerminal {
  const stop = new AbortController();
  const notes: string[] = [];
  let data = '';
  return {
    async out(text) {
      data += text;
    },
    note: (text) => void notes.push(text),
    style: (_, text) => text,
    columns: options.columns ?? null,
    canRedraw: false,
    signal: stop.signal,
    env: options.env ?? {},
    cwd: options.cwd ?? '/tmp',
    stdin: options.stdin ?? Readable.from([]),
    data: () => data,
    notes: () => notes,
    stop: (reason) => stop.abort(reason),
  };
}
