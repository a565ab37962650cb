import type { LanguageModel } from 'ai';
import { CitedeskError } from '../../domain/errors.ts';
import type { ClaimPair, ClaimVerifier, SupportScores, VerifyOptions } from '../../ports/claim-verifier.ts';
import { sha256Hex } from '../../text/sha256.ts';
import { scoresOfOpinion } from '../../verification/opinion.ts';
import { opinionPrompt } from '../../verification/opinion-prompt.ts';
import { modelFailure } from '../language-model/model-failure.ts';
import type { CallLimits } from '../language-model/model-text.ts';
import { askOpinion } from './ask-opinion.ts';
import { createMemory } from './memory.ts';
import { createPlaces } from './places.ts';

export interface LanguageModelVerifierOptions {
  /** Provider and model, such as `ollama/qwen3`. */
  readonly name: string;
  /** Called for each pair; may throw a `ModelFailure`, such as where there is no key. */
  readonly model: () => Promise<LanguageModel>;
  /** Of the calls for one pair. */
  readonly limits: CallLimits;
  /** Pairs that it is asked about at once, at least 1. */
  readonly concurrency: number;
}

/**
 * Claim and source together: twelve times what is chosen of a source, some 3,000 tokens, so that with the
 * rules a window of 4,096 holds it.
 */
const MOST_CHARS = 12_000;
const CHARS_A_TOKEN = 4;

/** Pairs whose opinion is kept: a language model may change its mind, and each call costs. */
const REMEMBERED = 5_000;

const NOTHING_READ: SupportScores = { supports: 0, saysNothing: 1, contradicts: 0 };

/**
 * A verifier that asks a language model about each pair by itself, in a call of its own, so that no text is
 * read beside another's. An equal pair is asked about once. The first pair that it fails on ends the call
 * with `verifier-failed` in words that hold nothing of what the provider said.
 */
export async function createLanguageModelVerifier(
  options: LanguageModelVerifierOptions,
): Promise<ClaimVerifier> {
  const { name, model, limits, concurrency } = options;
  const closed = new AbortController();
  const places = createPlaces(concurrency);
  const memory = createMemory<SupportScores>(REMEMBERED);

  const judge = async (pair: ClaimPair, { isUrgent, left }: Asking): Promise<SupportScores> => {
    const source = pair.source.slice(0, Math.max(0, MOST_CHARS - pair.claim.length));
    if (source.trim() === '') return NOTHING_READ;
    const key = keyOf({ ...pair, source });
    const known = memory.get(key);
    if (known !== undefined) return known;
    const ask = () => askOpinion({ ...pair, source }, { model, limits, left });
    const scores = scoresOfOpinion(await places.run(ask, { isUrgent, signal: left }));
    memory.set(key, scores);
    return scores;
  };

  const verify = async (pairs: readonly ClaimPair[], { urgent = false, signal }: VerifyOptions = {}) => {
    const stop = new AbortController();
    const gone = AbortSignal.any(signal === undefined ? [closed.signal] : [closed.signal, signal]);
    const asking = { isUrgent: urgent, left: AbortSignal.any([stop.signal, gone]) };
    try {
      gone.throwIfAborted();
      const distinct = new Map(pairs.map((pair) => [keyOf(pair), pair]));
      const asked = [...distinct].map(async ([key, pair]) => [key, await judge(pair, asking)] as const);
      const scores = new Map(await Promise.all(asked));
      return pairs.map((pair) => scores.get(keyOf(pair)) ?? NOTHING_READ);
    } catch (cause) {
      if (gone.aborted) throw new CitedeskError('aborted', 'The verification was cancelled.', { cause });
      const { message } = modelFailure(cause);
      throw new CitedeskError('verifier-failed', message, { fix: FIX });
    } finally {
      // The others of a call that failed are not waited for.
      stop.abort();
    }
  };

  return {
    model: { name, maxTokens: MOST_CHARS / CHARS_A_TOKEN, fingerprint: await fingerprintOf(name) },
    verify,
    close: async () => closed.abort(),
  };
}

interface Asking {
  readonly isUrgent: boolean;
  readonly left: AbortSignal;
}

const FIX = 'See what `citedesk doctor` says of it, or take "verifier" out of the configuration.';

const keyOf = ({ claim, source }: ClaimPair) => JSON.stringify([claim, source]);

// Of the prompt, too: other rules, other opinions. What a provider changes behind a name, nobody can tell.
async function fingerprintOf(name: string): Promise<string> {
  const { system } = await opinionPrompt({ claim: '', source: '' });
  return sha256Hex(new TextEncoder().encode(JSON.stringify([name, MOST_CHARS, system])));
}
