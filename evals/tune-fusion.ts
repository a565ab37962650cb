/**
 * Prints nDCG@10 of documents for ways and constants of fusion, over the lists that the product's own
 * index gives. Constants are chosen by the development sets; the test sets stand beside them.
 *
 *   node evals/tune-fusion.ts DATA_DIR [CACHE_DIR]
 */
import type { OpenIndex, Scored } from '../src/ports/index-store.ts';
import {
  articleSimilarity,
  CONTEXT_DOCUMENTS,
  CONTEXT_PASSAGES,
  rankInContext,
} from '../src/retrieval/article-context.ts';
import { fuse } from '../src/retrieval/fusion.ts';
import { rankDocuments } from '../src/retrieval/rank-documents.ts';
import { withBuiltIndex } from './built-index.ts';
import { loadClapnq } from './collections/clapnq.ts';
import type { Collection } from './collections/collection.ts';
import { loadCranfield } from './collections/cranfield.ts';
import { loadScifact } from './collections/scifact.ts';
import { loadTime } from './collections/time.ts';
import { loadXquad, loadXquadArticles } from './collections/xquad.ts';
import { type Judgements, mean, ndcg } from './metrics.ts';
import { createModels, MODEL_DIR } from './models.ts';
import type { EvalContext } from './suite.ts';
import { tableLines } from './table.ts';
import { pathOfText, textSource } from './text-source.ts';

const DEVELOPMENT = {
  cranfield: loadCranfield,
  clapnq: loadClapnq,
  xquad: loadXquad,
  'xquad-articles': loadXquadArticles,
};
const TEST = { time: loadTime, scifact: loadScifact };

interface Lists {
  readonly similar: readonly Scored[];
  readonly worded: readonly Scored[];
}
interface Case extends Lists {
  readonly question: Float32Array;
  readonly judged: Judgements;
}
/** A set's questions with what `rankInContext` asks of the index. */
interface Measured {
  readonly cases: readonly Case[];
  readonly documentOf: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, readonly Float32Array[]>;
}
type Fusion = (lists: Lists) => readonly { readonly id: string; readonly fused: number }[];
interface Way {
  readonly name: string;
  readonly fusion: Fusion;
  readonly articleShare: number;
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const reciprocalRank =
  (constant: number): Fusion =>
  ({ similar, worded }) => {
    const scores = new Map<string, number>();
    for (const list of [similar, worded]) {
      for (const [at, { id }] of list.entries())
        scores.set(id, (scores.get(id) ?? 0) + 1 / (constant + at + 1));
    }
    return [...scores].map(([id, fused]) => ({ id, fused }));
  };

const convex =
  (vectorShare: number, depth = 200): Fusion =>
  ({ similar, worded }) =>
    fuse(similar.slice(0, depth), worded.slice(0, depth), { vectorShare, cutAt: depth });

const way = (name: string, fusion: Fusion, articleShare = 0): Way => ({ name, fusion, articleShare });

const WAYS: readonly Way[] = [
  way('words alone', convex(0)),
  way('vectors alone', convex(1)),
  ...[10, 30, 60].map((constant) => way(`reciprocal rank, ${constant}`, reciprocalRank(constant))),
  ...[0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].map((share) => way(`convex, ${share}`, convex(share))),
  ...[50, 100].map((depth) => way(`convex, 0.6, depth ${depth}`, convex(0.6, depth))),
  ...[0.05, 0.1, 0.15, 0.2, 0.3].map((share) => way(`convex, 0.6, article ${share}`, convex(0.6), share)),
];

async function main([dataDir, cacheDir]: readonly string[]): Promise<void> {
  if (dataDir === undefined) throw new Error('Usage: node evals/tune-fusion.ts DATA_DIR [CACHE_DIR]');
  const models = createModels(MODEL_DIR);
  const context: EvalContext = {
    dataDir,
    cacheDir: cacheDir ?? null,
    print: (line) => process.stderr.write(`${line}\n`),
    embedder: models.embedder,
    verifier: models.verifier,
  };
  try {
    const columns = new Map<string, readonly number[]>();
    for (const [name, load] of Object.entries({ ...DEVELOPMENT, ...TEST })) {
      context.print(name);
      columns.set(name, figuresOf(await measured(context, name, await load(dataDir))));
    }
    const names = [...columns.keys()];
    const rows = WAYS.map(({ name }, row) => {
      const figures = names.map((set) => columns.get(set)?.[row] ?? 0);
      return [name, ...figures, mean(figures.slice(0, Object.keys(DEVELOPMENT).length))];
    });
    const table = {
      title: 'nDCG@10 of documents',
      columns: ['fusion', ...names, 'mean of development'],
      rows,
    };
    for (const line of tableLines(table)) console.log(line);
  } finally {
    await models.close();
  }
}

function measured(context: EvalContext, name: string, { texts, questions }: Collection): Promise<Measured> {
  return withBuiltIndex(context, { name, source: textSource(texts) }, async ({ index }) => {
    const embedder = await context.embedder();
    const cases: Case[] = [];
    for (const { question, judged } of questions) {
      const [vector] = await embedder.embed([question], { kind: 'question' });
      if (vector === undefined) continue;
      const similar = await index.vectors.query(vector, { limit: 200 });
      const worded = await index.terms.query(question, { limit: 200 });
      const byPath = new Map([...judged].map(([id, gain]) => [pathOfText(id), gain]));
      cases.push({ question: vector, similar, worded, judged: byPath });
    }
    return { cases, ...(await articlesOf(index)) };
  });
}

async function articlesOf({ passages, vectors }: OpenIndex): Promise<Omit<Measured, 'cases'>> {
  const documentOf = new Map<string, string>();
  const articles = new Map<string, readonly Float32Array[]>();
  for (const { id, path } of await passages.listDocuments()) {
    const ids = (await passages.passagesOf(id)).map((passage) => passage.id);
    for (const passage of ids) documentOf.set(passage, path);
    articles.set(path, await vectors.vectors(ids.slice(0, CONTEXT_PASSAGES)));
  }
  return { documentOf, articles };
}

/** One figure a way, in their order. */
function figuresOf(set: Measured): number[] {
  return WAYS.map((one) => mean(set.cases.map((each) => ndcg(documentsBy(one, each, set), each.judged, 10))));
}

function documentsBy(
  { fusion, articleShare }: Way,
  each: Case,
  { documentOf, articles }: Measured,
): string[] {
  const passages = fusion(each)
    .map(({ id, fused }) => ({ documentId: documentOf.get(id) ?? '', fused }))
    .sort((a, b) => b.fused - a.fused);
  const read = [...new Set(passages.map(({ documentId }) => documentId))].slice(0, CONTEXT_DOCUMENTS);
  const similarities = new Map(
    read.map((path) => [path, articleSimilarity(each.question, articles.get(path) ?? [])]),
  );
  return rankDocuments(rankInContext(passages, similarities, articleShare)).map(
    ({ documentId }) => documentId,
  );
}

await main(process.argv.slice(2));
