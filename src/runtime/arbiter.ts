import { isCitedeskError } from '../domain/errors.ts';
import type { ClaimVerifier } from '../ports/claim-verifier.ts';
import { callLimits, modelName } from './model-settings.ts';
import { configuredModel } from './provider.ts';
import type { VerifierSettings } from './verifier-settings.ts';

/** A language model that judges claims, and what became of them. */
export interface Arbiter extends ClaimVerifier {
  tally(): ArbiterTally;
}

export interface ArbiterTally {
  /** Claims, each beside one source, that it judged. */
  readonly judged: number;
  /** Those that it failed on, by why, in plain sentences. */
  readonly failed: ReadonlyMap<string, number>;
}

export interface ArbiterParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of each kind of failure once, in a plain sentence. */
  readonly onFailure?: ((words: string) => void) | undefined;
}

/** The configured language model as a verifier; the AI SDK is loaded with it. A key that is not set is a failure. */
export async function createArbiter(
  settings: VerifierSettings,
  { env, onFailure = () => {} }: ArbiterParts,
): Promise<Arbiter> {
  const [{ createLanguageModelVerifier }, { restAfterFailures }] = await Promise.all([
    import('../adapters/verifier/language-model-verifier.ts'),
    import('../adapters/verifier/rest-after-failures.ts'),
  ]);
  const verifier = await createLanguageModelVerifier({
    name: modelName(settings),
    model: () => configuredModel(settings, env),
    limits: callLimits(settings),
    concurrency: settings.concurrency ?? 4,
  });
  return counted(restAfterFailures(verifier), onFailure);
}

function counted(verifier: ClaimVerifier, onFailure: (words: string) => void): Arbiter {
  let judged = 0;
  const failed = new Map<string, number>();
  return {
    ...verifier,
    tally: () => ({ judged, failed: new Map(failed) }),
    async verify(pairs, options) {
      try {
        const scores = await verifier.verify(pairs, options);
        judged += pairs.length;
        return scores;
      } catch (error) {
        if (isCitedeskError(error, 'verifier-failed')) {
          const before = failed.get(error.message) ?? 0;
          failed.set(error.message, before + pairs.length);
          if (before === 0) onFailure(error.message);
        }
        throw error;
      }
    },
  };
}

/** What it did, in plain sentences; null where it was asked nothing. */
export function tallyWords(name: string, { judged, failed }: ArbiterTally): string | null {
  const left = [...failed.values()].reduce((sum, count) => sum + count, 0);
  if (judged + left === 0) return null;
  const asked = `${name} judged ${judged} of ${judged + left} claims, each beside one source, that rules did not settle.`;
  if (left === 0) return asked;
  const why = [...failed].map(([words, count]) => `${words} (${count})`).join(' ');
  return `${asked} The others were judged by citedesk-verify: ${why}`;
}
