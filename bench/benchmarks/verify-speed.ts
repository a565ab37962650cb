import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { embedTask } from '../../src/adapters/embedder/embed-task.ts';
import { createPooledEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import { createModelPool, type ModelPool } from '../../src/adapters/model-pool/model-pool.ts';
import { createPooledVerifier } from '../../src/adapters/verifier/cross-encoder-verifier.ts';
import type { ClaimPair } from '../../src/ports/claim-verifier.ts';
import type { Benchmark, BenchOptions, Figure } from '../benchmark.ts';
import { MODEL_DIR } from '../measure/ceiling.ts';
import { watchMemory } from '../measure/process-tree.ts';
import { median } from '../measure/statistics.ts';
import { generateArticle } from '../texts/articles.ts';

const VERIFIER_DIR = fileURLToPath(new URL('../../models/citedesk-verify', import.meta.url));
const DEFAULT_PAIRS = 150;
const DEFAULT_ROUNDS = 7;
const CLAIM_WORDS = 20;
const SHORT_SOURCE_WORDS = 70;
const LONG_SOURCE_WORDS = 120;
// What a pair of the longer kind gives the model to read: the two models are of one size, so that their
// rates differ by their texts and by what is wasted around the model.
const PAIR_WORDS = CLAIM_WORDS + LONG_SOURCE_WORDS;
// Pairs of one question: a few claims with a few windows each.
const PAIRS_OF_A_QUESTION = 12;

type Work = () => Promise<unknown>;

/** Pairs per second beside passages per second of the embedder, in the same processes and the same minute. */
export const verifyBenchmark: Benchmark = {
  name: 'verify',
  about: 'pairs/s of the verifier beside passages/s of the embedder (passages: pairs; runs: rounds)',
  run: async (options) => {
    const pool = createModelPool({ preload: embedTask(MODEL_DIR) });
    try {
      return await measure(pool, options);
    } finally {
      await pool.close();
    }
  },
};

async function measure(pool: ModelPool, options: BenchOptions): Promise<Figure[]> {
  const embedder = await createPooledEmbedder({ modelDir: MODEL_DIR, pool });
  const verifier = await createPooledVerifier({ modelDir: VERIFIER_DIR, pool });
  const { claims, shortSources, longSources, pairLongPassages } = textsOf(options);
  const embed = (texts: readonly string[]) => embedder.embed(texts, { kind: 'passage' });
  const verify = (sources: readonly string[]) => verifier.verify(pairsOf(claims, sources));
  const question = pairsOf(claims, shortSources).slice(0, PAIRS_OF_A_QUESTION);
  const ask = () => verifier.verify(question, { urgent: true });

  const embedderBytes = await peakBytes(() => embed(longSources));
  const firstMs = 1000 * (await secondsOf(ask));
  const bothBytes = await peakBytes(() => verify(longSources));
  const rounds = await inTurns(options.runs ?? DEFAULT_ROUNDS, {
    sourceLong: () => embed(longSources),
    pairLong: () => embed(pairLongPassages),
    short: () => verify(shortSources),
    long: () => verify(longSources),
    ask,
  });
  return [
    ...speedFigures(rounds, claims.length),
    { what: `${question.length} pairs, the first of all`, value: firstMs, unit: 'ms' },
    { what: `${question.length} pairs, later`, value: 1000 * median(rounds.get('ask') ?? []), unit: 'ms' },
    { what: 'memory, all processes, embedder alone', value: embedderBytes / 1e6, unit: 'MB' },
    { what: 'memory, all processes, both models', value: bothBytes / 1e6, unit: 'MB', atMost: 900 },
  ];
}

function speedFigures(rounds: ReadonlyMap<string, readonly number[]>, texts: number): Figure[] {
  const rate = (name: string) => texts / median(rounds.get(name) ?? []);
  // Of each round by itself, so that a busy spell weighs on both.
  const toVerifier = (name: string) => {
    const verifier = rounds.get('long') ?? [];
    return median(
      (rounds.get(name) ?? []).map((seconds, round) => seconds / (verifier[round] ?? Number.NaN)),
    );
  };
  return [
    { what: `passages of ${PAIR_WORDS} words, embedder`, value: rate('pairLong'), unit: 'passages/s' },
    {
      what: `passages of ${LONG_SOURCE_WORDS} words, embedder`,
      value: rate('sourceLong'),
      unit: 'passages/s',
    },
    { what: `sources of ${SHORT_SOURCE_WORDS} words, verifier`, value: rate('short'), unit: 'pairs/s' },
    { what: `sources of ${LONG_SOURCE_WORDS} words, verifier`, value: rate('long'), unit: 'pairs/s' },
    {
      what: 'verifier to embedder, same words to read',
      value: toVerifier('pairLong'),
      unit: '',
      atLeast: 0.9,
    },
    { what: 'verifier to embedder, same words of source', value: toVerifier('sourceLong'), unit: '' },
  ];
}

/** Every work once a round, so that a busy spell hits each alike; the seconds of each by name. */
async function inTurns(
  rounds: number,
  works: Readonly<Record<string, Work>>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const seconds = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) seconds.get(name)?.push(await secondsOf(work));
  }
  return seconds;
}

async function secondsOf(work: Work): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

async function peakBytes(work: Work): Promise<number> {
  const memory = watchMemory(process.pid);
  await work();
  return memory.stop();
}

function pairsOf(claims: readonly string[], sources: readonly string[]): ClaimPair[] {
  return claims.map((claim, at) => ({ claim, source: sources[at] ?? '' }));
}

/** Runs of words of invented articles, one article a pair. */
function textsOf({ passages = DEFAULT_PAIRS, seed }: BenchOptions) {
  const words = Array.from({ length: passages }, (_, at) =>
    generateArticle(seed * 1_000_000 + at)
      .paragraphs.join(' ')
      .split(/\s+/),
  );
  const first = (count: number) => words.map((all) => all.slice(0, count).join(' '));
  return {
    claims: first(CLAIM_WORDS),
    shortSources: first(SHORT_SOURCE_WORDS),
    longSources: first(LONG_SOURCE_WORDS),
    pairLongPassages: first(PAIR_WORDS),
  };
}
