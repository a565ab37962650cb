import type { Config } from '../runtime/config.ts';
import type { Terminal } from './terminal.ts';

/** 0 done, 1 findings, 2 wrong use, 3 failure, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** A flag `--name`; `value` names what follows it, absent for a switch. */
export interface Flag {
  readonly name: string;
  readonly value?: 'DIR' | 'FILE' | 'N' | 'HOST' | 'PATH' | 'DATE' | 'GLOB' | 'LIST';
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** What stands after the name, such as `QUESTION`; empty for nothing. */
  readonly operands: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  run(call: Call): Promise<ExitCode>;
}

export interface Call {
  readonly operands: readonly string[];
  readonly config: Config;
  readonly terminal: Terminal;
}

export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'corpus', value: 'DIR', help: 'folder of the articles (default: corpus)' },
  { name: 'index', value: 'DIR', help: 'folder of the index (default: index)' },
  { name: 'config', value: 'FILE', help: 'settings (default: citedesk.config.ts, where there is one)' },
];

export const FILTER_FLAGS: readonly Flag[] = [
  { name: 'since', value: 'DATE', help: 'only articles published on this day or later' },
  { name: 'until', value: 'DATE', help: 'only articles published on this day or earlier' },
  { name: 'path', value: 'GLOB', help: 'only articles at such a path, as in "2026/**"' },
];

export const JSON_FLAG: Flag = { name: 'json', help: 'write JSON' };

export const BATCH_FLAG: Flag = {
  name: 'batch',
  value: 'FILE',
  help: 'read JSON lines {id, question} (-: standard input), write one JSON line for each',
};
