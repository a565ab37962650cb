import type { PinnedModel } from '../model-pool/pinned-model.ts';

/** The vendored model; the hash of its weights is that of its MODEL.md. */
export const CITEDESK_VERIFY: PinnedModel = {
  name: 'citedesk-verify',
  // The length that the model was trained on; its position table would take 512.
  windowTokens: 256,
  // The start mark `[CLS]` and an end mark `[SEP]` after either text.
  markTokens: 3,
  pooling: 'head',
  files: {
    'onnx/model_quantized.onnx': '51f0d644bdfd8d20a98ac3b5d8475a338c1b2a3c80bef40cc8b5d329f710a01e',
    'tokenizer.json': '6681992d43e581b35b3dd61f3c81ee0f891fbf13ad54f8b692ea868bd46b066b',
    'tokenizer_config.json': '804239a12d9f9158e1c810b01ff60cfd2963415546c72a15e7f7224b52091b7c',
    'config.json': 'a80b583fea9e1af9da309ca254e6881a54fb73c78149f3b4c5382580063baf40',
  },
};
