import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import { keepEmbeddings } from '../keep-answers.ts';
import { loadClapnqCases } from './clapnq-cases.ts';
import { crossValidate, fitModels } from './cross-validate.ts';
import { createMemoryArchives } from './memory-index.ts';
import { seedOf } from './random.ts';
import { loadRgbCases } from './rgb-cases.ts';
import { type Sample, takeSample } from './samples.ts';
import { isHeldOut } from './split.ts';
import { weightsFile } from './weights-file.ts';
import { loadXquadCases } from './xquad-cases.ts';

export interface FitOutcome {
  /** What cross-validation by subject gives, to print. */
  readonly lines: readonly string[];
  /** The text of src/answering/weights.ts. */
  readonly file: string;
}

// Of each set so many questions, with every case made of them: enough for a few dozen weights, and the
// tokens of all would take hours.
const TAKEN: Readonly<Record<string, number>> = { XQuAD: 0.3, ClapNQ: 0.5, RGB: 0.5 };

function isTaken(set: string, id: string): boolean {
  const question = id.replace(/-[a-z]$/, '');
  return (seedOf(`pick ${question}`) % 1000) / 1000 < (TAKEN[set] ?? 1);
}

/** Measures the cases of the judged sets that are not held out, cross-validates, and fits on them. */
export async function fitWeights(options: {
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly verifier: ClaimVerifier;
  readonly print: (line: string) => void;
}): Promise<FitOutcome> {
  const { dataDir, verifier, print } = options;
  const embedder = keepEmbeddings(options.embedder);
  const archives = createMemoryArchives(embedder);
  const samples: Sample[] = [];
  for (const load of [loadXquadCases, loadClapnqCases, loadRgbCases]) {
    const { name, cases } = await load(dataDir);
    for (const one of cases.filter((one) => !isHeldOut(one.subject) && isTaken(name, one.id)))
      samples.push(await takeSample({ archives, embedder, verifier }, name, one));
    print(`${name}: measured`);
  }
  const usable = samples.filter((sample) => sample.rows.length > 0);
  return { lines: crossValidate(usable), file: weightsFile(fitModels(usable)) };
}
