import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CitedeskError } from '../domain/errors.ts';
import { VERDICTS } from '../domain/verdict.ts';
import { globMatcher } from '../retrieval/glob.ts';
import { LIMITS } from '../use-cases/desk.ts';
import { sitesSchema } from './sites.ts';
import { verifierSchema } from './verifier-settings.ts';
import { writerSchema } from './writer-settings.ts';

/** The folder of the program itself: where `package.json` and `models/` are. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

const path = z.string().min(1);
const origin = z.union([
  z.literal('*'),
  z.string().regex(/^https?:\/\/[^/\s]+$/, 'an origin such as https://news.example'),
]);

// No dots: a path that the browser resolves would not be the one that is meant.
const basePath = z
  .string()
  .regex(/^(?:\/[\w~-]+)+$/, 'a path such as /desk: with a slash at its start, without one at its end')
  .refine((value) => value !== '/public', 'another path than /public, where the public app is');

function isGlob(value: string): boolean {
  try {
    globMatcher(value);
    return value !== '';
  } catch {
    return false;
  }
}

/** All that can be set. A flag `--fail-on` is the key `failOn`; every key may be left out. */
const settingsSchema = z.strictObject({
  /** Folder of the articles; `corpus` unless told. */
  corpus: path.exactOptional(),
  /** Folder of the index; `index` unless told. */
  index: path.exactOptional(),
  /** Folder of the embedding model; the vendored one unless told. */
  modelDir: path.exactOptional(),
  /** Folder of the verifying model; the vendored one unless told. */
  verifierDir: path.exactOptional(),
  /** Processes of the models, 1 to 64; one for each core, up to eight, unless told. */
  workers: z.int().min(1).max(64).exactOptional(),
  /** 0: any free port. */
  port: z.int().min(0).max(65_535).exactOptional(),
  host: z.string().min(1).exactOptional(),
  /** Where the public app is served alone, beside `/public` of the desk; nowhere unless told; 0: any free port. */
  publicPort: z.int().min(0).max(65_535).exactOptional(),
  /** `127.0.0.1` unless told; another than loopback needs `sites`. */
  publicHost: z.string().min(1).exactOptional(),
  /** The path under which a proxy serves the desk, such as `/desk`; needed where the proxy passes it on. */
  basePath: basePath.exactOptional(),
  /** Sites whose pages may ask through the widget. */
  sites: sitesSchema.exactOptional(),
  /** Proxies between the visitors and this server, each of which adds to `X-Forwarded-For`; 0 unless told. */
  proxyHops: z.int().min(0).max(10).exactOptional(),
  /** Globs over the paths of documents that only the newsroom may see, such as `embargoed/**`. */
  deskOnly: z.array(z.string().refine(isGlob, 'a pattern of at most 256 characters')).exactOptional(),
  /** Origins whose pages may call the desk's own routes, such as that of a proxy; the token is asked all the same. */
  allowedOrigins: z.array(origin).exactOptional(),
  /** Host names under which a proxy passes requests on to a loopback server. */
  allowedHosts: z.array(z.string().min(1)).exactOptional(),
  /** Questions in flight at most. */
  maxQuestions: z.int().min(1).max(10_000).exactOptional(),
  /** Checks of a draft in flight at most. */
  maxChecks: z.int().min(1).max(1_000).exactOptional(),
  /** The language model that writes answers; absent: answers are made of the sources' own sentences. */
  answerer: writerSchema.exactOptional(),
  /** The language model that judges claims that rules do not settle; absent: the vendored model judges. */
  verifier: verifierSchema.exactOptional(),
  limit: z.int().min(1).max(LIMITS.searchResults).exactOptional(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  path: z.string().exactOptional(),
  failOn: z.array(z.enum(VERDICTS)).exactOptional(),
  json: z.boolean().exactOptional(),
  batch: path.exactOptional(),
  html: path.exactOptional(),
  markdown: path.exactOptional(),
  watch: z.boolean().exactOptional(),
  rebuild: z.boolean().exactOptional(),
  explain: path.exactOptional(),
  /** Folder of the labelled questions for `eval`. */
  data: path.exactOptional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings with what everything needs filled in; folders are absolute. */
export interface Config
  extends Omit<Settings, 'corpus' | 'index' | 'modelDir' | 'verifierDir' | 'port' | 'host'> {
  readonly corpus: string;
  readonly index: string;
  readonly modelDir: string;
  readonly verifierDir: string;
  readonly port: number;
  readonly host: string;
}

/** Types a `citedesk.config.ts`: `export default defineConfig({ corpus: 'articles' })`. */
export function defineConfig(settings: Settings): Settings {
  return settings;
}

/** Where relative folders of one source of settings start from. */
export interface SettingsSource {
  readonly settings: Settings;
  readonly base: string;
}

/** The sources merged, the first that sets a key wins; the rest are defaults under `home`. */
export function mergeSettings(sources: readonly SettingsSource[], home: string): Config {
  const merged: Settings = Object.assign({}, ...sources.map(absolute).reverse());
  return {
    ...merged,
    corpus: merged.corpus ?? join(home, 'corpus'),
    index: merged.index ?? join(home, 'index'),
    modelDir: merged.modelDir ?? join(PACKAGE_ROOT, 'models/all-MiniLM-L6-v2'),
    verifierDir: merged.verifierDir ?? join(PACKAGE_ROOT, 'models/citedesk-verify'),
    port: merged.port ?? 4747,
    host: merged.host ?? '127.0.0.1',
  };
}

const FOLDERS = ['corpus', 'index', 'modelDir', 'verifierDir', 'batch', 'html', 'markdown', 'data'] as const;

function absolute({ settings, base }: SettingsSource): Settings {
  const entries = FOLDERS.flatMap((key) => {
    const value = settings[key];
    return value === undefined ? [] : [[key, value === '-' ? value : resolve(base, value)]];
  });
  return { ...settings, ...Object.fromEntries(entries) };
}

/** Where defaults lie: the program's own folder when run inside it, else the current folder. */
export function homeOf(cwd: string): string {
  const inside = relative(PACKAGE_ROOT, cwd);
  return inside.startsWith('..') || isAbsolute(inside) ? cwd : PACKAGE_ROOT;
}

/** Settings from the environment: `CITEDESK_CORPUS` and its kin. Throws `config-invalid`. */
export function settingsFromEnv(env: Readonly<Record<string, string | undefined>>): Settings {
  const text = (name: string) => env[name] || undefined;
  const number = (name: string) => (text(name) === undefined ? undefined : Number(text(name)));
  const list = (name: string) =>
    text(name)
      ?.split(',')
      .map((item) => item.trim());
  const found = {
    corpus: text('CITEDESK_CORPUS'),
    index: text('CITEDESK_INDEX'),
    modelDir: text('CITEDESK_MODEL_DIR'),
    verifierDir: text('CITEDESK_VERIFIER_DIR'),
    workers: number('CITEDESK_WORKERS'),
    port: number('CITEDESK_PORT'),
    host: text('CITEDESK_HOST'),
    publicPort: number('CITEDESK_PUBLIC_PORT'),
    publicHost: text('CITEDESK_PUBLIC_HOST'),
    basePath: text('CITEDESK_BASE_PATH'),
    proxyHops: number('CITEDESK_PROXY_HOPS'),
    allowedOrigins: list('CITEDESK_ALLOWED_ORIGINS'),
    allowedHosts: list('CITEDESK_ALLOWED_HOSTS'),
    data: text('CITEDESK_EVAL_DATA'),
  };
  const set = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return parseSettings(set, 'the environment (CITEDESK_…)');
}

/** The settings checked. Throws `config-invalid`, naming where they come from and what is wrong. */
export function parseSettings(value: unknown, from: string): Settings {
  const result = settingsSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  throw new CitedeskError(
    'config-invalid',
    `In ${from}, ${where}${issue?.message ?? 'something is wrong'}.`,
    {
      fix: 'Correct it there.',
    },
  );
}
