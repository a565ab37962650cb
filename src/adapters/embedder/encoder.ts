import { AutoModel } from '@xenova/transformers';
import { bertInputs, loadModel } from '../model-pool/model-session.ts';
import { loadTextTokenizer } from '../model-pool/text-tokenizer.ts';
import type { KnownModel } from './known-model.ts';
import { meanPoolToUnit } from './pooling.ts';

export type Encode = (text: string) => Promise<Float32Array>;

/**
 * Loads tokenizer and weights into this process, on one thread, and returns the function that turns
 * one text into its unit-length vector. Text beyond the window is cut; the end mark stays, since the
 * model has never seen a text without it. Nothing is fetched.
 */
export async function loadEncoder(modelDir: string, known: KnownModel): Promise<Encode> {
  const tokenizer = await loadTextTokenizer(modelDir);
  const model = await loadModel(modelDir, AutoModel);
  return async (text) => {
    const words = tokenizer.ids(text, known.windowTokens - known.markTokens);
    const ids = [tokenizer.startMark, ...words, tokenizer.endMark];
    const { last_hidden_state: output } = await model(bertInputs(ids));
    return meanPoolToUnit({ data: output.data, tokens: ids.length, dimensions: known.dimensions });
  };
}
