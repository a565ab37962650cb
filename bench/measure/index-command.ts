import { type ChildProcess, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/citedesk.js', import.meta.url));

export const MARK = 'CITEDESK_BENCH_MARK';

export interface IndexCommand {
  readonly corpus: string;
  readonly index: string;
  /** A mark in the environment of the command and of every process that it starts. */
  readonly mark?: string;
}

/** Starts `citedesk index` as a person would, in a process of its own. */
export function startIndexCommand({ corpus, index, mark }: IndexCommand): ChildProcess {
  const words = [MAIN, 'index', '--corpus', corpus, '--index', index, '--json'];
  const env = mark === undefined ? process.env : { ...process.env, [MARK]: mark };
  return spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export interface FinishedCommand {
  /** From the start of the process to its end. */
  readonly seconds: number;
  readonly stdout: string;
}

/** Waits for the end of the command; throws with what it said unless it ended with one of the codes. */
export async function finish(
  child: ChildProcess,
  codes: readonly (number | null)[] = [0],
): Promise<FinishedCommand> {
  const startedMs = performance.now();
  if (child.stdout === null || child.stderr === null) throw new Error('The command has no pipes.');
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (!codes.includes(code))
    throw new Error(
      `${child.spawnargs.slice(1, 3).join(' ')} ended with ${code}: ${stderr.trim().slice(-500)}`,
    );
  return { seconds: (performance.now() - startedMs) / 1000, stdout };
}

/** Runs the whole command. */
export function runIndexCommand(command: IndexCommand): Promise<FinishedCommand> {
  return finish(startIndexCommand(command));
}
