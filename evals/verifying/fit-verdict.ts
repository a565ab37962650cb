/**
 * Fits the weights that join the model, the words and the facts, and writes src/verification/weights.ts:
 * `node evals/verifying/fit-verdict.ts DATA_DIR [CACHE_DIR]`. The same data gives the same file. A fifth of
 * the pairs is held out for the suites; prints what five-fold cross-validation over the others gives, and what
 * weights fitted without a set give on it.
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldOf } from '../asking/split.ts';
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

type ScoredSample = Scored & Sample;

// Each part scored by weights that were fitted on all the others.
function scoredWithout(samples: readonly Sample[], partOf: (one: Sample) => string | number): ScoredSample[] {
  return [...new Set(samples.map(partOf))].flatMap((part) => {
    const fitted = fitVerdict(samples.filter((one) => partOf(one) !== part));
    return samples
      .filter((one) => partOf(one) === part && !one.isSettled)
      .map((one) => ({ ...one, score: probabilityOf(fitted, one) }));
  });
}

function crossValidated(samples: readonly Sample[]): string[] {
  const withinSets = scoredWithout(samples, ({ group }) => foldOf(group));
  const acrossSets = scoredWithout(samples, ({ set }) => set);
  return tableLines({
    title:
      'Pairs that rules leave open: area and balanced accuracy at 0.5, weights fitted without the pair, then without its whole set; on sets marked * the model is taken as it would be on new pairs',
    columns: ['set', 'pairs', 'area', 'accuracy', 'area without set', 'accuracy without set', 'scored so'],
    rows: [...new Set(samples.map(({ set }) => set))].map((set) => {
      const [own, alone] = [withinSets, acrossSets].map((all) => all.filter((one) => one.set === set));
      return rowOf(set, own ?? [], alone ?? []);
    }),
  });
}

function rowOf(set: string, own: readonly ScoredSample[], alone: readonly ScoredSample[]) {
  const scoredSo = own.filter(({ score }) => score >= 0.5).length / Math.max(1, own.length);
  const figures = [own, alone].flatMap((cases) => [areaUnderCurve(cases), balancedAccuracy(cases, 0.5)]);
  return [own[0]?.isUnseen === false ? `${set} *` : set, own.length, ...figures, scoredSo];
}

await main(process.argv[2], process.argv[3] ?? join(tmpdir(), 'citedesk-evals'));
