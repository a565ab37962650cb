/**
 * Fits the weights of the extractive answerer on the judged sets and writes src/answering/weights.ts:
 * `node evals/asking/fit-abstention.ts DATA_DIR`. The same data gives the same file. A fifth of the
 * subjects is held out for the suites; prints what five-fold cross-validation over the others gives.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createModels, MODEL_DIR } from '../models.ts';
import { fitWeights } from './fit-weights.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

async function main(dataDir: string | undefined): Promise<void> {
  if (dataDir === undefined) throw new Error('Name the folder of the judged sets.');
  const models = createModels(MODEL_DIR);
  try {
    const print = (line: string) => void process.stderr.write(`${line}\n`);
    const [embedder, verifier] = [await models.embedder(), await models.verifier()];
    const { lines, file } = await fitWeights({ dataDir, embedder, verifier, print });
    process.stdout.write(`${lines.join('\n')}\n`);
    await writeFile(pathOf('../../src/answering/weights.ts'), file);
  } finally {
    await models.close();
  }
}

await main(process.argv[2]);
