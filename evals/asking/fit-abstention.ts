/**
 * Fits the weights of the extractive answerer on the judged sets and writes src/answering/weights.ts:
 * `node evals/asking/fit-abstention.ts DATA_DIR`. The same data gives the same file. A fifth of the
 * subjects is held out for the suites; prints what five-fold cross-validation over the others gives.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createTransformersEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import { fitWeights } from './fit-weights.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

async function main(dataDir: string | undefined): Promise<void> {
  if (dataDir === undefined) throw new Error('Name the folder of the judged sets.');
  const embedder = await createTransformersEmbedder({ modelDir: pathOf('../../models/all-MiniLM-L6-v2') });
  try {
    const print = (line: string) => void process.stderr.write(`${line}\n`);
    const { lines, file } = await fitWeights({ dataDir, embedder, print });
    process.stdout.write(`${lines.join('\n')}\n`);
    await writeFile(pathOf('../../src/answering/weights.ts'), file);
  } finally {
    await embedder.close();
  }
}

await main(process.argv[2]);
