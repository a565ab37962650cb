import { basename, dirname } from 'node:path';
import { AutoModel, env, Tensor } from '@xenova/transformers';
import type { KnownModel } from './known-model.ts';
import { meanPoolToUnit } from './pooling.ts';
import { loadTextTokenizer } from './text-tokenizer.ts';

export type Encode = (text: string) => Promise<Float32Array>;

/**
 * Loads tokenizer and weights into this process, on one thread, and returns the function that turns
 * one text into its unit-length vector. Text beyond the window is cut; the end mark stays, since the
 * model has never seen a text without it. Nothing is fetched.
 */
export async function loadEncoder(modelDir: string, known: KnownModel): Promise<Encode> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(modelDir);
  const tokenizer = await loadTextTokenizer(modelDir);
  const model = await AutoModel.from_pretrained(basename(modelDir), {
    // The file onnx/model_quantized.onnx.
    dtype: 'q8',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  return async (text) => {
    const words = tokenizer.ids(text, known.windowTokens - known.markTokens);
    const ids = [tokenizer.startMark, ...words, tokenizer.endMark];
    const { last_hidden_state: output } = await model({
      input_ids: int64(ids, Number),
      attention_mask: int64(ids, () => 1),
      token_type_ids: int64(ids, () => 0),
    });
    return meanPoolToUnit({ data: output.data, tokens: ids.length, dimensions: known.dimensions });
  };
}

function int64(ids: readonly number[], numberFor: (id: number) => number): Tensor {
  const values = BigInt64Array.from(ids, (id) => BigInt(numberFor(id)));
  return new Tensor('int64', values, [1, ids.length]);
}
