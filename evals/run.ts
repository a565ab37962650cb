import { CitedeskError } from '../src/domain/errors.ts';
import { createModels, MODEL_DIR } from './models.ts';
import { SUITES } from './registry.ts';
import type { EvalContext, Floor, Suite, SuiteResult } from './suite.ts';
import { floorHolds, floorLine, tableLines } from './table.ts';

export interface EvalOptions {
  /** Name of one suite; absent: all but the development sets. */
  readonly suite?: string;
  /** Folder of the public judged sets; null: suites that need it are skipped, with that reason. */
  readonly dataDir: string | null;
  /** Keeps built indexes between runs; absent: each run builds afresh. */
  readonly cacheDir?: string;
  /** Folder of the model's weights; absent: the one that comes with the program. */
  readonly modelDir?: string;
  /** True where a part of the costly cases will do; all unless told. */
  readonly quick?: boolean;
  readonly print: (line: string) => void;
}

export interface EvalOutcome {
  /** False when a floor is broken. */
  readonly passed: boolean;
  readonly broken: readonly Floor[];
  readonly results: readonly { readonly suite: string; readonly result: SuiteResult }[];
}

/**
 * Runs one suite or all, printing a table each and its floors.
 * @throws CitedeskError `invalid-input` for a suite that does not exist.
 */
export async function runEvals(options: EvalOptions): Promise<EvalOutcome> {
  const suites = chosenSuites(options.suite);
  const models = createModels(options.modelDir ?? MODEL_DIR);
  const context: EvalContext = {
    dataDir: options.dataDir,
    cacheDir: options.cacheDir ?? null,
    quick: options.quick ?? false,
    print: options.print,
    embedder: models.embedder,
    verifier: models.verifier,
  };
  try {
    const results = [];
    for (const suite of suites) results.push({ suite: suite.name, result: await runSuite(suite, context) });
    const broken = results
      .flatMap(({ result }) => (result.status === 'done' ? result.floors : []))
      .filter((floor) => !floorHolds(floor));
    return { passed: broken.length === 0, broken, results };
  } finally {
    // The workers would keep the process alive.
    await models.close();
  }
}

function chosenSuites(name: string | undefined): readonly Suite[] {
  if (name === undefined) return SUITES.filter((suite) => suite.development !== true);
  const suite = SUITES.find((one) => one.name === name);
  if (suite !== undefined) return [suite];
  const names = SUITES.map((one) => one.name).join(', ');
  throw new CitedeskError('invalid-input', `There is no evaluation suite named "${name}".`, {
    fix: `Choose one of: ${names}.`,
  });
}

async function runSuite(suite: Suite, context: EvalContext): Promise<SuiteResult> {
  const { print } = context;
  print(`${suite.name}: ${suite.about}`);
  const result = await suite.run(context);
  if (result.status === 'skipped') {
    print(`skipped: ${result.reason}`);
  } else {
    for (const table of result.tables) for (const line of tableLines(table)) print(line);
    for (const floor of result.floors) print(floorLine(floor));
  }
  print('');
  return result;
}
