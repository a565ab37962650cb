import { z } from 'zod';
import type { CallLimits } from '../adapters/language-model/model-text.ts';

// Nothing here echoes what came: whoever puts a key in the wrong place must not find it in a log.
const variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]{0,99}$/, 'the name of an environment variable such as OPENAI_API_KEY, not a key');

const baseUrl = z
  .string()
  .refine(isPlainHttpUrl, 'an http or https address such as http://127.0.0.1:8080/v1, without a key in it');

function isPlainHttpUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

const call = {
  /** The model as its provider calls it. */
  model: z.string().min(1).max(200),
  /** The environment variable that holds the key. */
  keyVariable: variable.exactOptional(),
  /** Tokens of one call's output, thinking included; 1,000 unless told. */
  maxOutputTokens: z.int().min(50).max(100_000).exactOptional(),
  /** Time of all calls for one answer, or for one claim beside one source; 60,000 unless told. */
  timeoutMs: z.int().min(100).max(600_000).exactOptional(),
  /** Silence that is taken for a failure; 20,000 unless told. */
  stallMs: z.int().min(50).max(600_000).exactOptional(),
  /** Calls made anew where the provider is busy or out of reach; 2 unless told. */
  retries: z.int().min(0).max(5).exactOptional(),
  /** The provider's own unless told. */
  temperature: z.number().min(0).max(2).exactOptional(),
};

/**
 * Which language model does a task, and within what limits; `task` are the settings of that task alone.
 * Keys come from the environment alone.
 */
export function modelSchema<Task extends z.ZodRawShape>(task: Task) {
  const common = { ...call, ...task };
  return z.discriminatedUnion('provider', [
    z.strictObject({
      provider: z.enum(['openai', 'anthropic', 'google']),
      ...common,
      baseUrl: baseUrl.exactOptional(),
    }),
    z.strictObject({ provider: z.literal('openai-compatible'), ...common, baseUrl }),
    z.strictObject({ provider: z.literal('ollama'), ...common, baseUrl: baseUrl.exactOptional() }),
    z.strictObject({
      provider: z.literal('workers-ai'),
      ...common,
      accountId: z.string().regex(/^[0-9a-f]{32}$/, 'an account id of 32 hexadecimal digits'),
    }),
  ]);
}

const anyModelSchema = modelSchema({});
export type ModelSettings = z.infer<typeof anyModelSchema>;

type Environment = Readonly<Record<string, string | undefined>>;

// A server of one's own mostly needs no key.
const KEY_VARIABLES: Readonly<Record<ModelSettings['provider'], string | null>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  google: 'GOOGLE_GENERATIVE_AI_API_KEY',
  'workers-ai': 'CLOUDFLARE_API_TOKEN',
  'openai-compatible': null,
  ollama: null,
};

/** As answers and reasons name it, such as `ollama/qwen3`. */
export const modelName = ({ provider, model }: ModelSettings) => `${provider}/${model}`;

/** Where the key of a provider is looked for; null where none is needed. */
export function keyVariableOf({ provider, keyVariable }: ModelSettings): string | null {
  return keyVariable ?? KEY_VARIABLES[provider];
}

/** The key: null where none is needed, `missing` where one is and the variable is not set. */
export function modelKey(settings: ModelSettings, env: Environment): string | null | 'missing' {
  const name = keyVariableOf(settings);
  return name === null ? null : env[name]?.trim() || 'missing';
}

/** The limits of its calls, with what is not told filled in. */
export function callLimits(settings: ModelSettings): CallLimits {
  const { maxOutputTokens = 1_000, timeoutMs = 60_000, stallMs = 20_000, retries = 2 } = settings;
  const { temperature } = settings;
  return {
    maxOutputTokens,
    timeoutMs,
    stallMs,
    retries,
    ...(temperature !== undefined && { temperature }),
  };
}
