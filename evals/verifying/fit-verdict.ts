/**
 * Fits the weights that join the model, the words and the facts, and writes src/verification/weights.ts:
 * `node evals/verifying/fit-verdict.ts DATA_DIR [CACHE_DIR]`. The same data gives the same file. A fifth of
 * the pairs is held out for the suites; prints what five-fold cross-validation over the others gives.
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDS, foldOf } from '../asking/split.ts';
import { tableLines } from '../table.ts';
import { areaUnderCurve, balancedAccuracy, type Scored } from './balanced.ts';
import { fitVerdict, probabilityOf, weightsFile } from './fit-weights.ts';
import { type Sample, takeSamples } from './samples.ts';
import { withVerifier } from './with-verifier.ts';

const WEIGHTS_FILE = fileURLToPath(new URL('../../src/verification/weights.ts', import.meta.url));

async function main(dataDir: string | undefined, cacheDir: string): Promise<void> {
  if (dataDir === undefined) throw new Error('Name the folder of the judged sets.');
  const print = (line: string) => void process.stderr.write(`${line}\n`);
  const samples = await withVerifier({ cacheDir, print }, (verifier) =>
    takeSamples({ dataDir, verifier, print }),
  );
  for (const line of crossValidated(samples)) process.stdout.write(`${line}\n`);
  await writeFile(WEIGHTS_FILE, weightsFile(fitVerdict(samples)));
}

function crossValidated(samples: readonly Sample[]): string[] {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fitVerdict(samples.filter(({ group }) => foldOf(group) !== fold));
    return samples
      .filter(({ group, isSettled }) => foldOf(group) === fold && !isSettled)
      .map((one): Scored & Sample => ({ ...one, score: probabilityOf(fitted, one) }));
  }).flat();
  const sets = [...new Set(samples.map(({ set }) => set))];
  return tableLines({
    title: 'Pairs that rules leave open, cross-validated by group; the model is too good on sets marked *',
    columns: ['set', 'pairs', 'area', 'balanced accuracy at 0.5', 'supported', 'scored so'],
    rows: sets.map((set) => {
      const own = scored.filter((one) => one.set === set);
      const share = (holds: (one: Scored) => boolean) => own.filter(holds).length / Math.max(1, own.length);
      return [
        own[0]?.isUnseen === false ? `${set} *` : set,
        own.length,
        areaUnderCurve(own),
        balancedAccuracy(own, 0.5),
        share(({ isSupported }) => isSupported),
        share(({ score }) => score >= 0.5),
      ];
    }),
  });
}

await main(process.argv[2], process.argv[3] ?? join(tmpdir(), 'citedesk-evals'));
