/**
 * Prints nDCG@10 of documents for ways and constants of fusion, over the lists that the product's own
 * index gives. Constants are chosen by the development sets; the test sets stand beside them.
 *
 *   node evals/tune-fusion.ts DATA_DIR [CACHE_DIR]
 */
import { createTransformersEmbedder } from '../src/adapters/embedder/transformers-embedder.ts';
import type { OpenIndex, Scored } from '../src/ports/index-store.ts';
import { fuse } from '../src/retrieval/fusion.ts';
import { rankDocuments } from '../src/retrieval/rank-documents.ts';
import { withBuiltIndex } from './built-index.ts';
import { loadClapnq } from './collections/clapnq.ts';
import type { Collection } from './collections/collection.ts';
import { loadCranfield } from './collections/cranfield.ts';
import { loadScifact } from './collections/scifact.ts';
import { loadTime } from './collections/time.ts';
import { loadXquad } from './collections/xquad.ts';
import { type Judgements, mean, ndcg } from './metrics.ts';
import { MODEL_DIR } from './run.ts';
import type { EvalContext } from './suite.ts';
import { tableLines } from './table.ts';
import { pathOfText, textSource } from './text-source.ts';

const DEVELOPMENT = { cranfield: loadCranfield, clapnq: loadClapnq, xquad: loadXquad };
const TEST = { time: loadTime, scifact: loadScifact };

interface Lists {
  readonly similar: readonly Scored[];
  readonly worded: readonly Scored[];
}
interface Case extends Lists {
  readonly judged: Judgements;
  readonly documentOf: ReadonlyMap<string, string>;
}
type Fusion = (lists: Lists) => readonly { readonly id: string; readonly fused: number }[];

const DEPTHS = [50, 100, 200];

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

const WAYS: readonly (readonly [string, Fusion])[] = [
  ['words alone', convex(0)],
  ['vectors alone', convex(1)],
  ...[10, 30, 60].map((constant) => [`reciprocal rank, ${constant}`, reciprocalRank(constant)] as const),
  ...[0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].map((share) => [`convex, ${share}`, convex(share)] as const),
  ...DEPTHS.map((depth) => [`convex, 0.65, depth ${depth}`, convex(0.65, depth)] as const),
];

async function main([dataDir, cacheDir]: readonly string[]): Promise<void> {
  if (dataDir === undefined) throw new Error('Usage: node evals/tune-fusion.ts DATA_DIR [CACHE_DIR]');
  const embedder = await createTransformersEmbedder({ modelDir: MODEL_DIR });
  const context: EvalContext = {
    dataDir,
    cacheDir: cacheDir ?? null,
    print: (line) => process.stderr.write(`${line}\n`),
    embedder: async () => embedder,
  };
  try {
    const columns = new Map<string, readonly number[]>();
    for (const [name, load] of Object.entries({ ...DEVELOPMENT, ...TEST })) {
      context.print(name);
      columns.set(name, figuresOf(await casesOf(context, name, await load(dataDir))));
    }
    const names = [...columns.keys()];
    const rows = WAYS.map(([way], row) => {
      const figures = names.map((name) => columns.get(name)?.[row] ?? 0);
      return [way, ...figures, mean(figures.slice(0, Object.keys(DEVELOPMENT).length))];
    });
    const table = {
      title: 'nDCG@10 of documents',
      columns: ['fusion', ...names, 'mean of development'],
      rows,
    };
    for (const line of tableLines(table)) console.log(line);
  } finally {
    await embedder.close();
  }
}

function casesOf(context: EvalContext, name: string, { texts, questions }: Collection): Promise<Case[]> {
  return withBuiltIndex(context, { name, source: textSource(texts) }, async ({ index }) => {
    const documentOf = await documentsOfPassages(index);
    const embedder = await context.embedder();
    const cases: Case[] = [];
    for (const { question, judged } of questions) {
      const [vector] = await embedder.embed([question], { kind: 'question' });
      if (vector === undefined) continue;
      const similar = await index.vectors.query(vector, { limit: 200 });
      const worded = await index.terms.query(question, { limit: 200 });
      const byPath = new Map([...judged].map(([id, gain]) => [pathOfText(id), gain]));
      cases.push({ similar, worded, judged: byPath, documentOf });
    }
    return cases;
  });
}

async function documentsOfPassages(index: OpenIndex): Promise<Map<string, string>> {
  const documents = await index.passages.listDocuments();
  const entries = documents.map(async ({ id, path }) => {
    const passages = await index.passages.passagesOf(id);
    return passages.map((passage): [string, string] => [passage.id, path]);
  });
  return new Map((await Promise.all(entries)).flat());
}

/** One figure a way, in their order. */
function figuresOf(cases: readonly Case[]): number[] {
  return WAYS.map(([, way]) =>
    mean(
      cases.map(({ documentOf, judged, ...lists }) => {
        const passages = way(lists).map(({ id, fused }) => ({
          documentId: documentOf.get(id) ?? '',
          score: fused,
        }));
        return ndcg(
          rankDocuments(passages).map(({ documentId }) => documentId),
          judged,
          10,
        );
      }),
    ),
  );
}

await main(process.argv.slice(2));
