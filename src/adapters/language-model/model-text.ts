import { type LanguageModel, streamText } from 'ai';
import { ModelFailure, modelFailure } from './model-failure.ts';

/** What is sent to a language model. */
export interface ModelPrompt {
  readonly system: string;
  readonly user: string;
}

/** What one answer may cost. */
export interface CallLimits {
  /** Tokens of one call's output. */
  readonly maxOutputTokens: number;
  /** From the first call to the last token of the last one. */
  readonly timeoutMs: number;
  /** Silence that is taken for a failure, before the first token and between two. */
  readonly stallMs: number;
  /** Calls made anew where the provider is busy or out of reach, before its text begins. */
  readonly retries: number;
  /** The provider's own unless told. */
  readonly temperature?: number;
}

export interface ModelCall {
  readonly model: LanguageModel;
  readonly prompt: ModelPrompt;
  readonly limits: CallLimits;
  /** Fires when the asker leaves. */
  readonly left: AbortSignal;
  /** Fires when the time of the answer is over. */
  readonly deadline: AbortSignal;
}

/**
 * What a model writes, as it comes. Returns how it ended: `whole`, or `cut` at the limit of its tokens.
 * Throws a `ModelFailure` where it fails, falls silent, refuses, breaks off or takes too long, and the
 * reason of `left` as soon as that fires, whether or not the provider heeds it.
 */
export async function* modelText(call: ModelCall): AsyncGenerator<string, 'whole' | 'cut'> {
  const { left, deadline, limits } = call;
  try {
    return yield* streamedText(call, AbortSignal.any([left, deadline]));
  } catch (error) {
    if (left.aborted) throw left.reason;
    if (deadline.aborted) throw new ModelFailure(`did not finish within ${seconds(limits.timeoutMs)}`);
    throw modelFailure(error);
  }
}

const seconds = (ms: number) => `${ms / 1_000} s`;

async function* streamedText(call: ModelCall, signal: AbortSignal): AsyncGenerator<string, 'whole' | 'cut'> {
  const stop = new AbortController();
  const parts = startStream(call, AbortSignal.any([signal, stop.signal]))[Symbol.asyncIterator]();
  const stopped = rejectedBy(signal);
  try {
    for (;;) {
      const next = await soon(Promise.race([parts.next(), stopped]), call.limits.stallMs);
      if (next.done === true) throw new ModelFailure('broke off');
      const part = next.value;
      if (part.type === 'text-delta') yield part.text;
      else if (part.type === 'error') throw modelFailure(part.error);
      else if (part.type === 'abort') throw new ModelFailure('broke off');
      else if (part.type === 'finish') return endOf(part);
    }
  } finally {
    stop.abort();
    // Its failure after this has no reader.
    parts.return?.().catch(() => {});
  }
}

// The SDK's own timeouts start with what a provider calls its first chunk, which may be an empty one.
async function soon<T>(promise: Promise<T>, ms: number): Promise<T> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new ModelFailure(`was silent for ${seconds(ms)}`)), ms);
  try {
    return await Promise.race([promise, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function startStream({ model, prompt, limits }: ModelCall, abortSignal: AbortSignal) {
  const { maxOutputTokens, retries, temperature } = limits;
  const { stream } = streamText({
    model,
    instructions: prompt.system,
    prompt: prompt.user,
    maxOutputTokens,
    maxRetries: retries,
    abortSignal,
    ...(temperature !== undefined && { temperature }),
    // Errors come as parts of the stream; unless told, they would also be written to the console.
    onError: () => {},
  });
  return stream;
}

interface FinishPart {
  readonly finishReason: string;
  readonly rawFinishReason: string | undefined;
}

function endOf({ finishReason, rawFinishReason }: FinishPart): 'whole' | 'cut' {
  if (finishReason === 'length') return 'cut';
  if (finishReason === 'stop') return 'whole';
  if (finishReason === 'content-filter') throw new ModelFailure('refused to answer');
  if (finishReason === 'error') throw new ModelFailure('failed');
  // A stream that ends without saying why was cut off; some servers say it in words of their own.
  if (rawFinishReason === undefined) throw new ModelFailure('broke off');
  return 'whole';
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  // It may fire when nobody waits any more.
  promise.catch(() => {});
  return promise;
}
