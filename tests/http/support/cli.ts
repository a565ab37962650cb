import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../src/cli/citedesk.js', import.meta.url));
export const FIXTURE = fileURLToPath(new URL('../../fixtures/corpus-small', import.meta.url));
export const MODEL_DIR = fileURLToPath(new URL('../../../models/all-MiniLM-L6-v2', import.meta.url));

export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

// A test that fails leaves nothing behind.
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The command as a person starts it, in a folder of its own, without the settings of this machine. */
export function startCitedesk(
  args: readonly string[],
  { env = {}, cwd = folder() }: RunOptions = {},
): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('CITEDESK_'));
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Runs the command to its end. */
export async function citedesk(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const child = startCitedesk(args, options);
  child.stdin?.end(options.stdin ?? '');
  return finished(child);
}

/** What a started command has written when it has ended. */
export function finished(child: ChildProcess): Promise<RunResult> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** An empty folder. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'citedesk-'));
}

/** An index of the fixture articles, or of others, that is the caller's own: a copy of one that is built once in a run. */
export async function builtIndex(corpus = FIXTURE): Promise<string> {
  // Outside of a test run there is nobody to share with.
  const shared = join(process.env['CITEDESK_TEST_DIR'] ?? folder(), `index-of-${basename(corpus)}`);
  const own = join(folder(), 'index');
  if (!existsSync(shared)) await buildIndex(corpus, shared);
  cpSync(shared, own, { recursive: true });
  return own;
}

async function buildIndex(corpus: string, target: string): Promise<void> {
  const index = join(folder(), 'index');
  const { code, stderr } = await citedesk(['index', '--corpus', corpus, '--index', index]);
  if (code !== 0) throw new Error(stderr);
  try {
    renameSync(index, target);
  } catch (error) {
    // Another process may have been faster, and its index is as good.
    if (!existsSync(target)) throw error;
  }
}

/** A copy of the fixture articles, to be changed at will. */
export function corpusCopy(): string {
  const corpus = join(folder(), 'corpus');
  cpSync(FIXTURE, corpus, { recursive: true });
  return corpus;
}

export interface ServedDesk {
  readonly url: string;
  /** Asks it to stop as a person does, and waits. */
  readonly stop: () => Promise<RunResult>;
}

/** Starts `serve` at a port, a free one unless told, and waits until it is ready. */
export async function serveCitedesk(
  args: readonly string[],
  options: RunOptions = {},
  port = '0',
): Promise<ServedDesk> {
  const child = startCitedesk(['serve', '--port', port, ...args], options);
  const end = finished(child);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (text: string) => {
      output += text;
      const found = /ready at (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void end.then(({ stderr }) => reject(new Error(`The server ended: ${stderr}`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return end;
  };
  return { url, stop };
}
