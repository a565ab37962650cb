import { z } from 'zod';

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

const common = {
  /** The model as its provider calls it. */
  model: z.string().min(1).max(200),
  /** The environment variable that holds the key. */
  keyVariable: variable.exactOptional(),
  /** What becomes of sentences that are not borne out; `repair` unless told. */
  policy: z.enum(['repair', 'strike', 'drop']).exactOptional(),
  /** Tokens of one call's output, thinking included; 1,000 unless told. */
  maxOutputTokens: z.int().min(50).max(100_000).exactOptional(),
  /** Time of all calls for one answer; 60,000 unless told. */
  timeoutMs: z.int().min(100).max(600_000).exactOptional(),
  /** Silence that is taken for a failure; 20,000 unless told. */
  stallMs: z.int().min(50).max(600_000).exactOptional(),
  /** Calls made anew where the provider is busy or out of reach; 2 unless told. */
  retries: z.int().min(0).max(5).exactOptional(),
  /** The provider's own unless told. */
  temperature: z.number().min(0).max(2).exactOptional(),
  /** Text of passages that is sent at most; 12,000 unless told. */
  maxEvidenceChars: z.int().min(500).max(200_000).exactOptional(),
};

/** Which language model writes answers, and within what limits. Keys come from the environment alone. */
export const writerSchema = z.discriminatedUnion('provider', [
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

export type WriterSettings = z.infer<typeof writerSchema>;

type Environment = Readonly<Record<string, string | undefined>>;

// A server of one's own mostly needs no key.
const KEY_VARIABLES: Readonly<Record<WriterSettings['provider'], string | null>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  google: 'GOOGLE_GENERATIVE_AI_API_KEY',
  'workers-ai': 'CLOUDFLARE_API_TOKEN',
  'openai-compatible': null,
  ollama: null,
};

/** As answers name it, such as `ollama/qwen3`. */
export const writerName = ({ provider, model }: WriterSettings) => `${provider}/${model}`;

/** Where the key of a provider is looked for; null where none is needed. */
export function keyVariableOf({ provider, keyVariable }: WriterSettings): string | null {
  return keyVariable ?? KEY_VARIABLES[provider];
}

/** The key: null where none is needed, `missing` where one is and the variable is not set. */
export function writerKey(settings: WriterSettings, env: Environment): string | null | 'missing' {
  const name = keyVariableOf(settings);
  return name === null ? null : env[name]?.trim() || 'missing';
}
