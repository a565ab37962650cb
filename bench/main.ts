import { parseArgs } from 'node:util';
import { type BenchOptions, figureHolds, figureLine, TEXT_KINDS } from './benchmark.ts';
import { machineLine } from './measure/machine.ts';
import { BENCHMARKS } from './registry.ts';

const USAGE = `usage: npm run bench -- NAME [--passages N] [--runs N] [--texts ${TEXT_KINDS.join('|')}] [--seed N]
${BENCHMARKS.map(({ name, about }) => `  ${name.padEnd(8)} ${about}`).join('\n')}
Exit code 0: every promise holds; 1: one is missed; 2: wrong use; 3: it could not be measured.`;

function countOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`A whole number from 1 is expected, not "${value}".`);
  return Number(value);
}

function optionsOf(values: Readonly<Record<string, string | undefined>>): BenchOptions {
  const texts = TEXT_KINDS.find((kind) => kind === (values['texts'] ?? 'generated'));
  if (texts === undefined) throw new Error(`There are no texts named "${values['texts']}".`);
  const [passages, runs] = [countOf(values['passages']), countOf(values['runs'])];
  return {
    texts,
    seed: countOf(values['seed']) ?? 1,
    ...(passages !== undefined && { passages }),
    ...(runs !== undefined && { runs }),
  };
}

function parse() {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { passages: text, runs: text, texts: text, seed: text },
    allowPositionals: true,
  });
  const benchmark = BENCHMARKS.find(({ name }) => name === positionals[0]);
  if (benchmark === undefined || positionals.length > 1) throw new Error('One benchmark is expected.');
  return { benchmark, options: optionsOf(values) };
}

async function main(): Promise<number> {
  let chosen: ReturnType<typeof parse>;
  try {
    chosen = parse();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const { benchmark, options } = chosen;
  console.error(machineLine());
  try {
    const figures = await benchmark.run(options, (line) => console.error(line));
    for (const figure of figures) console.log(figureLine(figure));
    return figures.every(figureHolds) ? 0 : 1;
  } catch (error) {
    console.error(error);
    return 3;
  }
}

process.exitCode = await main();
