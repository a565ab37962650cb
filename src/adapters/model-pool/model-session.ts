import { basename, dirname } from 'node:path';
import { env, type PreTrainedModel, Tensor } from '@xenova/transformers';

/** Loads the weights of a folder into this process, on one thread. Nothing is fetched. */
export function loadModel(
  modelDir: string,
  architecture: { readonly from_pretrained: typeof PreTrainedModel.from_pretrained },
): Promise<PreTrainedModel> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(modelDir);
  return architecture.from_pretrained(basename(modelDir), {
    // The file onnx/model_quantized.onnx.
    dtype: 'q8',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
}

/** The inputs of a BERT model for one text, or one pair: the second begins at token `secondFrom`. */
export function bertInputs(ids: readonly number[], secondFrom = ids.length): Record<string, Tensor> {
  return {
    input_ids: int64(ids, (id) => id),
    attention_mask: int64(ids, () => 1),
    token_type_ids: int64(ids, (_, at) => Number(at >= secondFrom)),
  };
}

function int64(ids: readonly number[], numberFor: (id: number, at: number) => number): Tensor {
  const values = BigInt64Array.from(ids, (id, at) => BigInt(numberFor(id, at)));
  return new Tensor('int64', values, [1, ids.length]);
}
