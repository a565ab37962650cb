import type { Judge } from '../answering/judge.ts';
import type { Answerer } from '../ports/answerer.ts';
import { callLimits, modelName } from './model-settings.ts';
import { configuredModel } from './provider.ts';
import type { WriterSettings } from './writer-settings.ts';

export interface WrittenParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly judge: Judge;
  readonly extractive: Answerer;
}

/**
 * An answerer that writes with the configured model. The AI SDK and the provider's package are loaded with
 * the first answer, so that starting costs nothing. A key that is not set is met then, too: the answer says so.
 */
export function createLazyWriter(settings: WriterSettings, parts: WrittenParts): Answerer {
  let made: Promise<Answerer> | null = null;
  return {
    name: modelName(settings),
    async *answer(request) {
      made ??= makeWriter(settings, parts);
      yield* (await made).answer(request);
    },
  };
}

async function makeWriter(
  settings: WriterSettings,
  { env, judge, extractive }: WrittenParts,
): Promise<Answerer> {
  const { createWrittenAnswerer } = await import('../adapters/answerer/written-answerer.ts');
  const { policy = 'repair', maxEvidenceChars = 12_000 } = settings;
  return createWrittenAnswerer({
    name: modelName(settings),
    model: () => configuredModel(settings, env),
    judge,
    extractive,
    policy,
    limits: callLimits(settings),
    maxEvidenceChars,
  });
}
