import type { LanguageModel } from 'ai';
import { keyVariableOf, type ModelSettings, modelKey } from './model-settings.ts';

/**
 * The configured model. The AI SDK and the provider's package are loaded now, so that starting costs
 * nothing. Throws a `ModelFailure` where its key is not set.
 */
export async function configuredModel(
  settings: ModelSettings,
  env: Readonly<Record<string, string | undefined>>,
): Promise<LanguageModel> {
  const [{ loadLanguageModel }, { ModelFailure }] = await Promise.all([
    import('../adapters/language-model/language-model.ts'),
    import('../adapters/language-model/model-failure.ts'),
  ]);
  const key = modelKey(settings, env);
  if (key === 'missing')
    throw new ModelFailure(`has no key: the variable ${keyVariableOf(settings)} is not set`);
  return loadLanguageModel(settings, key);
}
