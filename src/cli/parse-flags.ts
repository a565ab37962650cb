import { parseArgs } from 'node:util';
import { parseSettings, type Settings } from '../runtime/config.ts';
import { COMMON_FLAGS, type Command, type Flag } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

export interface ParsedFlags {
  readonly operands: readonly string[];
  readonly settings: Settings;
  readonly configFile: string | null;
  readonly wantsHelp: boolean;
}

/** The words after a command's name. Throws `UsageError`, with a suggestion for a mistyped flag. */
export function parseFlags(command: Command, args: readonly string[]): ParsedFlags {
  const flags = [...command.flags, ...COMMON_FLAGS];
  const { values, positionals } = parse(flags, args);
  const { help, config, ...rest } = { help: false, config: null, ...values };
  return {
    operands: positionals,
    settings: settingsOf(rest, flags),
    configFile: typeof config === 'string' ? config : null,
    wantsHelp: help === true,
  };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(flags: readonly Flag[], args: readonly string[]): Parsed {
  const options = Object.fromEntries(
    flags.map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const help = { type: 'boolean', short: 'h' } as const;
  try {
    return parseArgs({ args: [...args], options: { ...options, help }, allowPositionals: true });
  } catch (error) {
    throw usageErrorOf(error, flags);
  }
}

function usageErrorOf(error: unknown, flags: readonly Flag[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-{1,2}[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return new UsageError(firstSentence(message));
  const meant = nearest(
    unknown.replace(/^-+/, ''),
    flags.map(({ name }) => name),
  );
  const fix = meant === null ? 'See --help for those there are.' : `Did you mean --${meant}?`;
  return new UsageError(`There is no flag ${unknown}.`, fix);
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.endsWith('.') ? line : `${line}.`;
}

function settingsOf(values: Readonly<Record<string, unknown>>, flags: readonly Flag[]): Settings {
  const entries = Object.entries(values).map(([name, value]) => {
    const kind = flags.find((flag) => flag.name === name)?.value;
    return [camelCase(name), typeof value === 'string' ? typed(value, kind) : value];
  });
  return parseSettings(Object.fromEntries(entries), 'the flags');
}

function typed(value: string, kind: Flag['value']): unknown {
  if (kind === 'N') return value.trim() === '' ? Number.NaN : Number(value);
  if (kind === 'LIST') return value.split(',').map((item) => item.trim());
  return value;
}

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
