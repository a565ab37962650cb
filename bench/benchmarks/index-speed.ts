import { join } from 'node:path';
import type { Benchmark, BenchOptions, Figure } from '../benchmark.ts';
import { measureCeiling } from '../measure/ceiling.ts';
import { withCpuSeconds } from '../measure/children-cpu.ts';
import { finish, runIndexCommand, startIndexCommand } from '../measure/index-command.ts';
import { watchMemory } from '../measure/process-tree.ts';
import { embeddedTexts, openIndex } from '../measure/read-index.ts';
import { median } from '../measure/statistics.ts';
import { withTempFolder } from '../measure/temp-folder.ts';
import { writeCorpus } from '../texts/corpus.ts';

const DEFAULT_PASSAGES = 5_000;
const DEFAULT_PAIRS = 3;

/** Passages per second, and processor seconds of all processes, starting and loading included. */
interface Measured {
  readonly rate: number;
  readonly cpuSeconds: number;
}

interface Pair {
  readonly ceiling: Measured;
  readonly command: Measured;
}

/** The whole `index` command against the runtime alone on the very same texts, in turns; and its memory. */
export const indexBenchmark: Benchmark = {
  name: 'index',
  about: 'passages/s of the whole index command against the runtime alone; memory (runs: pairs)',
  run: (options, print) => withTempFolder((dir) => run(dir, options, print)),
};

async function run(
  dir: string,
  options: BenchOptions,
  print: (line: string) => void,
): Promise<readonly Figure[]> {
  const corpus = join(dir, 'corpus');
  const files = await writeCorpus(corpus, options, options.passages ?? DEFAULT_PASSAGES);
  const peakBytes = await indexOnceForMemory(corpus, join(dir, 'index'));
  const texts = (await embeddedTexts(await openIndex(join(dir, 'index')))).map(({ text }) => text);
  print(
    `${files} files, ${texts.length} passages, ${meanWords(texts).toFixed(0)} words each (${options.texts})`,
  );
  const pairs: Pair[] = [];
  for (let number = 1; number <= (options.runs ?? DEFAULT_PAIRS); number++) {
    const pair = await measurePair(texts, { corpus, index: join(dir, `index-${number}`) });
    print(`pair ${number}: runtime ${wordsOf(pair.ceiling)}, command ${wordsOf(pair.command)}`);
    pairs.push(pair);
  }
  return figuresOf(pairs, peakBytes);
}

// A run of its own: reading the page tables costs the processes time.
async function indexOnceForMemory(corpus: string, index: string): Promise<number> {
  const child = startIndexCommand({ corpus, index });
  const memory = watchMemory(child.pid ?? 0);
  await finish(child);
  return memory.stop();
}

async function measurePair(
  texts: readonly string[],
  command: { readonly corpus: string; readonly index: string },
): Promise<Pair> {
  const ceiling = await withCpuSeconds(() => measureCeiling(texts));
  const whole = await withCpuSeconds(() => runIndexCommand(command));
  return {
    ceiling: { rate: ceiling.result, cpuSeconds: ceiling.cpuSeconds },
    command: { rate: texts.length / whole.result.seconds, cpuSeconds: whole.cpuSeconds },
  };
}

function figuresOf(pairs: readonly Pair[], peakBytes: number): Figure[] {
  const ratios = pairs.map(({ ceiling, command }) => command.rate / ceiling.rate);
  const cpuRatios = pairs.map(({ ceiling, command }) => command.cpuSeconds / ceiling.cpuSeconds);
  return [
    {
      what: 'runtime alone, one process per core',
      value: median(pairs.map((pair) => pair.ceiling.rate)),
      unit: 'passages/s',
    },
    {
      what: 'index command, from start to exit',
      value: median(pairs.map((pair) => pair.command.rate)),
      unit: 'passages/s',
    },
    { what: 'command to runtime, median of pairs', value: median(ratios), unit: '', atLeast: 0.85 },
    { what: 'processor time, command to runtime', value: median(cpuRatios), unit: '' },
    { what: 'memory of all processes while indexing, peak', value: peakBytes / 1e6, unit: 'MB', atMost: 900 },
  ];
}

const wordsOf = ({ rate, cpuSeconds }: Measured) =>
  `${rate.toFixed(1)} passages/s, ${cpuSeconds.toFixed(1)} s of processor`;

const meanWords = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length;
