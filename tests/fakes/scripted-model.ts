import { APICallError } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';

type StreamOptions = Parameters<MockLanguageModelV4['doStream']>[0];
type StreamPart = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What a call is answered with. */
export interface Script {
  /** Pieces of the text as they come. */
  readonly chunks: readonly string[];
  /**
   * `stop` unless told. `length`, `content-filter`: the provider's own word; `closed`: the stream ends without
   * one; `error`: it fails in the middle; `silence`: nothing more comes, and the signal is not heeded.
   */
  readonly end?: 'stop' | 'length' | 'content-filter' | 'closed' | 'error' | 'silence';
  /** The call itself fails with this status; 0: no connection. */
  readonly status?: number;
}

export interface ScriptedModel {
  readonly model: MockLanguageModelV4;
  /** System and user message of each call, in order. */
  readonly prompts: readonly { readonly system: string; readonly user: string }[];
  /** Signals that the calls were given. */
  readonly signals: readonly (AbortSignal | undefined)[];
}

/** A key that failures of the provider repeat, as some do. */
export const SECRET = 'sk-secret-0123456789abcdef';

/** A language model that writes what it is told to, call by call. */
export function createScriptedModel(
  answer: (prompt: { readonly system: string; readonly user: string }, call: number) => Script,
): ScriptedModel {
  const prompts: { system: string; user: string }[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const model = new MockLanguageModelV4({
    provider: 'scripted',
    modelId: 'one',
    doStream: async (options: StreamOptions) => {
      const prompt = messagesOf(options);
      prompts.push(prompt);
      signals.push(options.abortSignal);
      const script = answer(prompt, prompts.length - 1);
      if (script.status !== undefined) throw callError(script.status);
      // The mock takes the parts of the provider's contract; theirs are written out below.
      return { stream: streamOf(script) } as unknown as Awaited<ReturnType<MockLanguageModelV4['doStream']>>;
    },
  });
  return { model, prompts, signals };
}

function messagesOf({ prompt }: StreamOptions) {
  const system = prompt.flatMap((message) => (message.role === 'system' ? [message.content] : []));
  const user = prompt.flatMap((message) =>
    message.role === 'user'
      ? message.content.flatMap((part) => (part.type === 'text' ? [part.text] : []))
      : [],
  );
  return { system: system.join('\n'), user: user.join('\n') };
}

function callError(status: number): Error {
  return new APICallError({
    message: `Incorrect API key provided: ${SECRET}`,
    url: 'https://provider.example/v1',
    requestBodyValues: {},
    responseBody: SECRET,
    isRetryable: status >= 500,
    ...(status > 0 && { statusCode: status }),
  });
}

const USAGE = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

function streamOf({ chunks, end = 'stop' }: Script): ReadableStream<StreamPart> {
  const parts: StreamPart[] = [
    { type: 'stream-start', warnings: [] },
    { type: 'text-start', id: '1' },
    ...chunks.map((delta) => ({ type: 'text-delta', id: '1', delta })),
  ];
  if (end !== 'silence' && end !== 'error') {
    const finishReason = end === 'closed' ? { unified: 'other', raw: undefined } : { unified: end, raw: end };
    parts.push({ type: 'text-end', id: '1' }, { type: 'finish', finishReason, usage: USAGE });
  }
  // One part a pull: a stream that fails drops what it holds.
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part !== undefined) controller.enqueue(part);
      else if (end === 'silence') return new Promise(() => {});
      else if (end === 'error') controller.error(new Error(`The line broke: ${SECRET}`));
      else controller.close();
      return undefined;
    },
  });
}
