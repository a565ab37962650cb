import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type FinishedCommand, finish } from './index-command.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/citedesk.js', import.meta.url));

export interface CheckCommand {
  readonly corpus: string;
  readonly index: string;
  /** Path of the file to check. */
  readonly draft: string;
}

interface Report {
  readonly claims: readonly unknown[];
}

/** Runs `citedesk check` as a person would, in a process of its own. */
export async function runCheckCommand({
  corpus,
  index,
  draft,
}: CheckCommand): Promise<FinishedCommand & { readonly report: Report }> {
  const words = [MAIN, 'check', draft, '--json', '--corpus', corpus, '--index', index];
  const finished = await finish(spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] }), FOUND);
  return { ...finished, report: JSON.parse(finished.stdout) };
}

/** Exit codes of a check that was done: with findings or without. */
const FOUND: readonly (number | null)[] = [0, 1];
