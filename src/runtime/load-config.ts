import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CitedeskError } from '../domain/errors.ts';
import {
  type Config,
  homeOf,
  mergeSettings,
  parseSettings,
  type Settings,
  type SettingsSource,
  settingsFromEnv,
} from './config.ts';

export interface LoadConfigOptions {
  readonly flags: Settings;
  /** The file that `--config` names. */
  readonly configFile?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Flags over environment over `citedesk.config.ts` over defaults. Relative folders start from the
 * current folder, in a config file from that file's own. Throws `config-invalid`.
 */
export async function loadConfig({ flags, configFile, env, cwd }: LoadConfigOptions): Promise<Config> {
  const home = homeOf(cwd);
  const named = configFile ?? (env['CITEDESK_CONFIG'] || undefined);
  const file = named === undefined ? defaultFile([cwd, home]) : resolve(cwd, named);
  const sources: SettingsSource[] = [
    { settings: flags, base: cwd },
    { settings: settingsFromEnv(env), base: cwd },
  ];
  if (file !== null) sources.push({ settings: await importSettings(file), base: dirname(file) });
  return mergeSettings(sources, home);
}

function defaultFile(folders: readonly string[]): string | null {
  return folders.map((folder) => join(folder, 'citedesk.config.ts')).find((path) => existsSync(path)) ?? null;
}

async function importSettings(file: string): Promise<Settings> {
  if (!existsSync(file)) {
    throw new CitedeskError('config-invalid', `There is no config file ${file}.`, {
      fix: 'Name an existing one, or leave --config out.',
    });
  }
  const module = await importModule(file);
  return parseSettings(module['default'], file);
}

async function importModule(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new CitedeskError('config-invalid', `The config file ${file} does not load: ${words}`, { cause });
  }
}
