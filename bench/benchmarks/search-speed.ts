import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { randomFrom, sample } from '../../evals/asking/random.ts';
import { createTransformersEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import type { OpenIndex } from '../../src/ports/index-store.ts';
import { words } from '../../src/text/tokens.ts';
import { search } from '../../src/use-cases/search.ts';
import type { Benchmark, BenchOptions, Figure } from '../benchmark.ts';
import { cachedIndex } from '../measure/cached-index.ts';
import { MODEL_DIR } from '../measure/ceiling.ts';
import { embeddedTexts, openIndex } from '../measure/read-index.ts';
import { percentile } from '../measure/statistics.ts';

const DEFAULT_PASSAGES = 10_000;
const DEFAULT_QUESTIONS = 200;
const WARM_UP = 20;
const LIMIT = 10;
const NO_VECTOR = new Float32Array();

type Contender = (question: string) => unknown;

/** `search()` with index and model loaded, beside what its parts and a lexical peer take on the same questions. */
export const searchBenchmark: Benchmark = {
  name: 'search',
  about: 'latency of a whole search, model loaded, beside a lexical peer (runs: questions)',
  run: async (options, print) => {
    const kept = await cachedIndex(options, options.passages ?? DEFAULT_PASSAGES, print);
    const index = await openIndex(kept.index);
    const embedder = await createTransformersEmbedder({ modelDir: MODEL_DIR, workers: 1 });
    try {
      return await compare(index, embedder, options);
    } finally {
      await embedder.close();
    }
  },
};

async function compare(index: OpenIndex, embedder: Embedder, options: BenchOptions): Promise<Figure[]> {
  const passages = await embeddedTexts(index);
  const questions = questionsFrom(
    passages.map(({ text }) => text),
    WARM_UP + (options.runs ?? DEFAULT_QUESTIONS),
    options.seed,
  );
  const peer = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  peer.addAll(passages.map(({ text }, id) => ({ id, text })));
  const vectors = new Map(await Promise.all(questions.map((question) => vectorOf(embedder, question))));
  const contenders: Readonly<Record<string, Contender>> = {
    search: (question) => search({ index, embedder }, { question, limit: LIMIT }),
    embedding: (question) => embedder.embed([question], { kind: 'question' }),
    vectors: (question) => index.vectors.query(vectors.get(question) ?? NO_VECTOR, { limit: LIMIT }),
    terms: (question) => index.terms.query(question, { limit: LIMIT }),
    MiniSearch: (question) => peer.search(question).slice(0, LIMIT),
  };
  return figuresOf(await measure(contenders, questions), passages.length);
}

async function vectorOf(embedder: Embedder, question: string): Promise<[string, Float32Array]> {
  const [vector = NO_VECTOR] = await embedder.embed([question], { kind: 'question' });
  return [question, vector];
}

/** All contenders answer a question before the next one is asked, so that a busy spell hits each alike. */
async function measure(
  contenders: Readonly<Record<string, Contender>>,
  questions: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (const [at, question] of questions.entries()) {
    for (const [name, contender] of Object.entries(contenders)) {
      const startedMs = performance.now();
      await contender(question);
      if (at >= WARM_UP) times.get(name)?.push(performance.now() - startedMs);
    }
  }
  return times;
}

function figuresOf(times: ReadonlyMap<string, readonly number[]>, passages: number): Figure[] {
  const p50 = (name: string) => percentile(times.get(name) ?? [], 0.5);
  return [
    { what: 'passages', value: passages, unit: '' },
    { what: 'whole search, p50', value: p50('search'), unit: 'ms', atMost: 15 },
    { what: 'whole search, p95', value: percentile(times.get('search') ?? [], 0.95), unit: 'ms' },
    { what: 'embedding of the question alone, p50', value: p50('embedding'), unit: 'ms' },
    { what: 'vector query alone, p50', value: p50('vectors'), unit: 'ms' },
    { what: 'term query alone, p50', value: p50('terms'), unit: 'ms' },
    { what: 'MiniSearch query alone, p50', value: p50('MiniSearch'), unit: 'ms' },
    { what: 'whole search to MiniSearch query', value: p50('search') / p50('MiniSearch'), unit: '' },
    { what: 'whole search to vector query alone', value: p50('search') / p50('vectors'), unit: '' },
  ];
}

/** Questions of a reader's length: six to ten words that follow each other in some passage. */
function questionsFrom(texts: readonly string[], count: number, seed: number): string[] {
  const random = randomFrom(seed);
  return sample(texts, count, random).map((text) => {
    const found = words(text);
    const length = 6 + Math.floor(random() * 5);
    const from = Math.floor(random() * Math.max(1, found.length - length));
    const [first, last] = [found[from], found[Math.min(found.length, from + length) - 1]];
    return first === undefined || last === undefined ? text : `${text.slice(first.start, last.end)}?`;
  });
}
