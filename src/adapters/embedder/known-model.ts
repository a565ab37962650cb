import type { PinnedModel } from '../model-pool/pinned-model.ts';

export interface KnownModel extends PinnedModel {
  readonly dimensions: number;
  readonly pooling: 'mean';
}

/** The vendored model; the hashes are those of its MODEL.md. */
export const ALL_MINILM_L6_V2: KnownModel = {
  name: 'all-MiniLM-L6-v2',
  dimensions: 384,
  // The length that the model was trained on; its position table would take 512.
  windowTokens: 256,
  // The start mark `[CLS]` and the end mark `[SEP]`.
  markTokens: 2,
  pooling: 'mean',
  files: {
    'onnx/model_quantized.onnx': 'd2200055f0ac0475cc0725f672894e0887a15abe6d3c43e1a04f117927d31969',
    'tokenizer.json': '6681992d43e581b35b3dd61f3c81ee0f891fbf13ad54f8b692ea868bd46b066b',
    'tokenizer_config.json': '804239a12d9f9158e1c810b01ff60cfd2963415546c72a15e7f7224b52091b7c',
    'config.json': 'fecb87eb9e59d2f70dcf9a66a120cd267497d224ebfa09459eb5b4e581e899a2',
  },
};
