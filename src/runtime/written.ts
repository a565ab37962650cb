import type { Judge } from '../answering/judge.ts';
import type { Answerer } from '../ports/answerer.ts';
import type { WriterSettings } from './writer-settings.ts';
import { keyVariableOf, writerKey, writerName } from './writer-settings.ts';

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
  const name = writerName(settings);
  let made: Promise<Answerer> | null = null;
  return {
    name,
    async *answer(request) {
      made ??= makeWriter(settings, { ...parts, name });
      yield* (await made).answer(request);
    },
  };
}

async function makeWriter(
  settings: WriterSettings,
  { name, env, judge, extractive }: WrittenParts & { readonly name: string },
): Promise<Answerer> {
  const [{ createWrittenAnswerer }, { loadLanguageModel }, { WritingFailure }] = await Promise.all([
    import('../adapters/answerer/written-answerer.ts'),
    import('../adapters/answerer/language-model.ts'),
    import('../adapters/answerer/writing-failure.ts'),
  ]);
  const { policy = 'repair', maxEvidenceChars = 12_000 } = settings;
  const {
    maxOutputTokens = 1_000,
    timeoutMs = 60_000,
    stallMs = 20_000,
    retries = 2,
    temperature,
  } = settings;
  const limits = {
    maxOutputTokens,
    timeoutMs,
    stallMs,
    retries,
    ...(temperature !== undefined && { temperature }),
  };
  const model = async () => {
    const key = writerKey(settings, env);
    if (key === 'missing') {
      throw new WritingFailure(`has no key: the variable ${keyVariableOf(settings)} is not set`);
    }
    return loadLanguageModel(settings, key);
  };
  return createWrittenAnswerer({ name, model, judge, extractive, policy, limits, maxEvidenceChars });
}
