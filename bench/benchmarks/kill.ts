import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../../evals/asking/random.ts';
import type { Benchmark, BenchOptions, Figure } from '../benchmark.ts';
import { finish, MARK, runIndexCommand, startIndexCommand } from '../measure/index-command.ts';
import { indexState } from '../measure/index-state.ts';
import { processesMarked } from '../measure/process-tree.ts';
import { withTempFolder } from '../measure/temp-folder.ts';
import { articleFile, generateArticle } from '../texts/articles.ts';
import { writeCorpus } from '../texts/corpus.ts';

const DEFAULT_PASSAGES = 240;
const DEFAULT_KILLS = 40;
// Every third article is written anew, so that a build embeds, carries over and removes.
const CHANGED_SHARE = 3;

interface Scene {
  readonly corpus: string;
  readonly index: string;
  readonly before: string;
  readonly after: string;
  /** An index as before, to start each round from. */
  readonly kept: string;
  /** What an undisturbed build takes. */
  readonly buildMs: number;
  /** Changes of the index folder that it makes, about. */
  readonly changes: number;
}

interface Round {
  readonly state: 'before' | 'after' | 'broken';
  readonly orphans: number;
  readonly words: string;
}

/** Ends `index` by SIGKILL at random moments; each time the index must open, as before or as after. */
export const killBenchmark: Benchmark = {
  name: 'kill',
  about: 'kill -9 at random moments of index: the index opens, as before or as after (runs: kills)',
  run: (options, print) => withTempFolder((dir) => run(dir, options, print)),
};

async function run(
  dir: string,
  options: BenchOptions,
  print: (line: string) => void,
): Promise<readonly Figure[]> {
  const scene = await prepare(dir, options);
  print(
    `an undisturbed build takes ${scene.buildMs.toFixed(0)} ms and ${scene.changes} changes of the folder`,
  );
  const random = randomFrom(options.seed);
  const rounds: Round[] = [];
  for (let number = 1; number <= (options.runs ?? DEFAULT_KILLS); number++) {
    const round = await killOnce(scene, number, random);
    print(`kill ${number} ${round.words}: ${round.state}`);
    rounds.push(round);
  }
  const recovered = await recover(scene);
  return figuresOf(rounds, recovered);
}

async function prepare(dir: string, options: BenchOptions): Promise<Scene> {
  const [corpus, index, kept] = [join(dir, 'corpus'), join(dir, 'index'), join(dir, 'kept')];
  const files = await writeCorpus(corpus, options, options.passages ?? DEFAULT_PASSAGES);
  await runIndexCommand({ corpus, index });
  await cp(index, kept, { recursive: true });
  const before = await indexState(index);
  await changeCorpus(corpus, files, options.seed);
  const child = startIndexCommand({ corpus, index });
  const changes = countChanges(index);
  const { seconds } = await finish(child);
  const after = await indexState(index);
  if (before === after) throw new Error('The changed corpus must give another index.');
  return { corpus, index, kept, before, after, buildMs: seconds * 1000, changes: changes.stop() };
}

async function changeCorpus(corpus: string, files: number, seed: number): Promise<void> {
  for (let at = 0; at < files; at += CHANGED_SHARE) {
    const changed = articleFile(generateArticle(seed * 1_000_000 + 500_000 + at), at);
    await writeFile(join(corpus, changed.name), changed.text);
  }
  await rm(join(corpus, articleFile(generateArticle(seed), 1).name));
}

function countChanges(dir: string, onChange: (count: number) => void = () => {}): { stop(): number } {
  let count = 0;
  const watcher = watch(dir, { recursive: true }, () => onChange(++count));
  return {
    stop() {
      watcher.close();
      return count;
    },
  };
}

async function killOnce(scene: Scene, number: number, random: () => number): Promise<Round> {
  await rm(scene.index, { recursive: true });
  await cp(scene.kept, scene.index, { recursive: true });
  const mark = `${process.pid}-${number}`;
  const child = startIndexCommand({ ...scene, mark });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  // By the clock most kills meet the model at work; by changes of the folder they meet the writing.
  const words =
    number % 2 === 0
      ? await killAfterMs(child, Math.floor(random() * scene.buildMs))
      : await killAtChange(child, scene, 1 + Math.floor(random() * scene.changes));
  await exited;
  const orphans = await orphansOf(mark);
  return { ...(await stateOf(scene)), orphans, words };
}

async function killAfterMs(child: ChildProcess, ms: number): Promise<string> {
  await sleep(ms);
  child.kill('SIGKILL');
  return `after ${ms} ms`;
}

async function killAtChange(child: ChildProcess, { index }: Scene, change: number): Promise<string> {
  const changes = countChanges(index, (count) => {
    if (count >= change) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('exit', resolve));
  changes.stop();
  return `at change ${change} of the folder`;
}

async function stateOf(scene: Scene): Promise<Pick<Round, 'state'>> {
  try {
    const state = await indexState(scene.index);
    return { state: state === scene.before ? 'before' : state === scene.after ? 'after' : 'broken' };
  } catch {
    return { state: 'broken' };
  }
}

/** Processes of the killed command that still run a second later. */
async function orphansOf(mark: string): Promise<number> {
  await sleep(1_000);
  return (await processesMarked(`${MARK}=${mark}`)).length;
}

/** After the last kill an undisturbed `index` must bring the index to where it should be. */
async function recover(scene: Scene): Promise<boolean> {
  await runIndexCommand(scene);
  return (await indexState(scene.index)) === scene.after;
}

function figuresOf(rounds: readonly Round[], recovered: boolean): Figure[] {
  const count = (state: Round['state']) => rounds.filter((round) => round.state === state).length;
  const orphans = rounds.reduce((sum, round) => sum + round.orphans, 0);
  return [
    { what: 'kills', value: rounds.length, unit: '' },
    { what: 'index as before', value: count('before'), unit: '' },
    { what: 'index as after', value: count('after'), unit: '' },
    { what: 'index that does not open, or is neither', value: count('broken'), unit: '', atMost: 0 },
    { what: 'processes that outlived their parent', value: orphans, unit: '', atMost: 0 },
    { what: 'next build brings the index up to date', value: Number(recovered), unit: '', atLeast: 1 },
  ];
}
