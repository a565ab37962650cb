import { isCitedeskError } from '../domain/errors.ts';
import { loadConfig } from '../runtime/load-config.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import { askCommand } from './ask.ts';
import { checkCommand } from './check.ts';
import type { Command, ExitCode } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { evalCommand } from './eval.ts';
import { feedbackCommand } from './feedback.ts';
import { commandHelp, overview } from './help.ts';
import { indexCommand } from './index-command.ts';
import { nearest } from './nearest.ts';
import { parseFlags } from './parse-flags.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify.ts';

const COMMANDS: readonly Command[] = [
  indexCommand,
  searchCommand,
  askCommand,
  checkCommand,
  verifyCommand,
  serveCommand,
  feedbackCommand,
  evalCommand,
  doctorCommand,
];

/** Runs one command line; never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    return fail(error, terminal);
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await terminal.out(overview(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw unknownCommand(name);
  const { operands, settings, configFile, wantsHelp } = parseFlags(command, rest);
  if (wantsHelp) {
    await terminal.out(commandHelp(command));
    return 0;
  }
  const { env, cwd } = terminal;
  const config = await loadConfig({ flags: settings, env, cwd, ...(configFile !== null && { configFile }) });
  return command.run({ operands, config, terminal });
}

function unknownCommand(name: string): UsageError {
  const names = COMMANDS.map((command) => command.name);
  const meant = nearest(name, names);
  const fix = meant === null ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`;
  return new UsageError(`There is no command ${name}.`, fix);
}

const WRONG_USE = new Set(['invalid-input', 'limit-exceeded', 'config-invalid']);

function fail(error: unknown, terminal: Terminal): ExitCode {
  if (terminal.signal.aborted) return terminal.signal.reason === 'reader-gone' ? 0 : 130;
  const fix = error instanceof UsageError || isCitedeskError(error) ? error.fix : null;
  terminal.note(`citedesk: ${sentence(error)}${fix === null ? '' : ` ${printable(fix)}`}`);
  if (error instanceof UsageError) return 2;
  return isCitedeskError(error) && WRONG_USE.has(error.code) ? 2 : 3;
}

function sentence(error: unknown): string {
  if (error instanceof UsageError || isCitedeskError(error)) return printable(error.message);
  // A fault of the program itself: whoever mends it needs the place.
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The program failed: ${printable(words)}`;
}
