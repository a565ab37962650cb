import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { meanPoolToUnit } from './pooling.ts';

export type Encode = (text: string) => Promise<Float32Array>;

/**
 * Loads tokenizer and weights into this process, on one thread, and returns the function that turns
 * one text into its unit-length vector. Text beyond `windowTokens` is cut. Nothing is fetched.
 */
export async function loadEncoder(modelDir: string, windowTokens: number): Promise<Encode> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(modelDir);
  const name = basename(modelDir);
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModel.from_pretrained(name, {
    // The file onnx/model_quantized.onnx.
    dtype: 'q8',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  const endMark = BigInt(tokenizer.sep_token_id);
  return async (text) => {
    const inputs = tokenizer(text, { truncation: true, max_length: windowTokens });
    const ids = inputs.input_ids.data;
    // The tokenizer cuts the end mark off with the rest; the model has never seen a text without it.
    if (ids instanceof BigInt64Array && ids.length === windowTokens) ids[windowTokens - 1] = endMark;
    const { last_hidden_state: output } = await model(inputs);
    return meanPoolToUnit({ data: output.data, tokens: output.dims[1], dimensions: output.dims[2] });
  };
}
