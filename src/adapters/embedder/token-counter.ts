import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';

/**
 * The model's own tokenizer as a count, without start and end marks. It is pure JavaScript, so the
 * main process counts without loading the native runtime.
 */
export async function createTokenCounter(modelDir: string): Promise<(text: string) => number> {
  const [tokenizer, config] = await Promise.all(
    ['tokenizer.json', 'tokenizer_config.json'].map(async (name): Promise<object> => {
      const value: unknown = JSON.parse(await readFile(join(modelDir, name), 'utf8'));
      return typeof value === 'object' && value !== null ? value : {};
    }),
  );
  const model = new Tokenizer(tokenizer ?? {}, config ?? {});
  return (text) => model.tokenize(text, { add_special_tokens: false }).length;
}
