// One process of the ceiling: the runtime, its texts, and nothing else.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { loadEncoder } from '../../src/adapters/embedder/encoder.ts';
import { ALL_MINILM_L6_V2 } from '../../src/adapters/embedder/known-model.ts';

const [modelDir = '', textsFile = ''] = process.argv.slice(2);
const texts: string[] = JSON.parse(await readFile(textsFile, 'utf8'));
const { vector: encode } = await loadEncoder(modelDir, ALL_MINILM_L6_V2);
// Buffers are allocated at the first runs; they are not what is measured.
for (const text of texts.slice(0, 5)) await encode(text);

process.once('message', async () => {
  const startedMs = performance.now();
  for (const text of texts) await encode(text);
  process.send?.({ type: 'finished', seconds: (performance.now() - startedMs) / 1000 });
  process.disconnect();
});
process.send?.({ type: 'loaded' });
