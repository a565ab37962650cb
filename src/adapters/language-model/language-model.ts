import { extractReasoningMiddleware, type LanguageModel, wrapLanguageModel } from 'ai';

/** Which model writes, and where. */
export type ModelSettings =
  | {
      readonly provider: 'openai' | 'anthropic' | 'google';
      readonly model: string;
      /** The provider's own unless told. */
      readonly baseUrl?: string;
    }
  /** Any server that speaks OpenAI's chat completions. */
  | { readonly provider: 'openai-compatible'; readonly model: string; readonly baseUrl: string }
  | {
      readonly provider: 'ollama';
      readonly model: string;
      /** `http://127.0.0.1:11434/v1` unless told. */
      readonly baseUrl?: string;
    }
  | { readonly provider: 'workers-ai'; readonly model: string; readonly accountId: string };

/**
 * A model of the AI SDK. Each provider's package is loaded when it is asked for: a program that only
 * quotes never loads one. `key` reaches the provider's own address and no other: redirects fail.
 */
export async function loadLanguageModel(settings: ModelSettings, key: string | null): Promise<LanguageModel> {
  const { provider, model } = settings;
  switch (provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      // Chat completions, which are not kept by the provider as its newer responses are.
      return createOpenAI(connection(settings.baseUrl ?? 'https://api.openai.com/v1', key)).chat(model);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic(connection(settings.baseUrl ?? 'https://api.anthropic.com/v1', key))(model);
    }
    case 'google': {
      const { createGoogle } = await import('@ai-sdk/google');
      const base = settings.baseUrl ?? 'https://generativelanguage.googleapis.com/v1beta';
      return createGoogle(connection(base, key))(model);
    }
    case 'openai-compatible':
      return compatibleModel({ provider, model, baseUrl: settings.baseUrl, key });
    case 'ollama':
      return compatibleModel({ provider, model, baseUrl: settings.baseUrl ?? OLLAMA, key });
    case 'workers-ai':
      return compatibleModel({ provider, model, baseUrl: workersAi(settings.accountId), key });
    default:
      return settings satisfies never;
  }
}

const OLLAMA = 'http://127.0.0.1:11434/v1';

const workersAi = (accountId: string) =>
  `https://api.cloudflare.com/client/v4/accounts/${encodeURIComponent(accountId)}/ai/v1`;

interface CompatibleModel {
  readonly provider: string;
  readonly model: string;
  readonly baseUrl: string;
  readonly key: string | null;
}

async function compatibleModel({ provider, model, baseUrl, key }: CompatibleModel): Promise<LanguageModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const { apiKey, ...rest } = connection(baseUrl, key);
  const create = createOpenAICompatible({ name: provider, ...rest, ...(key !== null && { apiKey }) });
  // Open models think aloud in these tags, before they answer.
  const middleware = extractReasoningMiddleware({ tagName: 'think' });
  return wrapLanguageModel({ model: create(model), middleware });
}

// An empty key, not none: without one, the packages look for it in the environment by themselves.
function connection(baseURL: string, key: string | null) {
  return { baseURL, apiKey: key ?? '', fetch: fetchWithoutRedirect };
}

const fetchWithoutRedirect: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });
