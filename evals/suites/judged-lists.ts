import type { Embedder } from '../../src/ports/embedder.ts';
import type { OpenIndex, Scored } from '../../src/ports/index-store.ts';
import { rankDocuments } from '../../src/retrieval/rank-documents.ts';
import { search } from '../../src/use-cases/search.ts';
import { type Judgements, mean, ndcg, percentile, recall, reciprocalRank } from '../metrics.ts';
import type { Table } from '../suite.ts';

/** A question with the gains of its documents' paths. */
export interface JudgedQuestion {
  readonly question: string;
  readonly judged: Judgements;
}

interface ListFigures {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly recall100: number;
  readonly mrr: number;
  /** Median time of one question, in milliseconds. */
  readonly p50Ms: number;
}

/** What is measured: the words alone, the vectors alone, and what `search` makes of both. */
type ListName = 'terms' | 'vectors' | 'fused';
export type ListsFigures = Readonly<Record<ListName, ListFigures>>;

/** Passages asked of a list alone: enough for a hundred documents. */
const DEPTH = 500;

/** Document-level figures of the three lists over the questions, one question at a time. */
export async function measureLists(
  deps: { readonly index: OpenIndex; readonly embedder: Embedder },
  questions: readonly JudgedQuestion[],
): Promise<ListsFigures> {
  const { index, embedder } = deps;
  const paths = new Map((await index.passages.listDocuments()).map(({ id, path }) => [id, path]));
  const toPaths = async (scored: readonly Scored[]) => {
    const passages = await index.passages.passages(scored.map(({ id }) => id));
    const best = passages.map(({ documentId }, at) => ({ documentId, score: scored[at]?.score ?? 0 }));
    return rankDocuments(best).map(({ documentId }) => paths.get(documentId) ?? '');
  };
  const terms = (question: string) => index.terms.query(question, { limit: DEPTH }).then(toPaths);
  const vectors = async (question: string) => {
    const [vector] = await embedder.embed([question], { kind: 'question' });
    return vector === undefined ? [] : toPaths(await index.vectors.query(vector, { limit: DEPTH }));
  };
  const fused = async (question: string) =>
    (await search(deps, { question, limit: 100 })).documents.map(({ path }) => path);
  return {
    terms: await measure(questions, terms),
    vectors: await measure(questions, vectors),
    fused: await measure(questions, fused),
  };
}

async function measure(
  questions: readonly JudgedQuestion[],
  rank: (question: string) => Promise<readonly string[]>,
): Promise<ListFigures> {
  const rows = [];
  for (const { question, judged } of questions) {
    const startedMs = performance.now();
    const ranked = await rank(question);
    rows.push({ ranked, judged, tookMs: performance.now() - startedMs });
  }
  return {
    ndcg10: mean(rows.map(({ ranked, judged }) => ndcg(ranked, judged, 10))),
    recall10: mean(rows.map(({ ranked, judged }) => recall(ranked, judged, 10))),
    recall100: mean(rows.map(({ ranked, judged }) => recall(ranked, judged, 100))),
    mrr: mean(rows.map(({ ranked, judged }) => reciprocalRank(ranked, judged))),
    p50Ms: percentile(
      rows.map(({ tookMs }) => tookMs),
      0.5,
    ),
  };
}

const NAMES: Readonly<Record<ListName, string>> = {
  terms: 'words alone (BM25)',
  vectors: 'vectors alone',
  fused: 'search',
};

export function listsTable(title: string, questions: number, figures: ListsFigures): Table {
  const row = (name: ListName) => {
    const { ndcg10, recall10, recall100, mrr, p50Ms } = figures[name];
    return [NAMES[name], questions, ndcg10, recall10, recall100, mrr, p50Ms.toFixed(1)];
  };
  return {
    title,
    columns: ['documents by', 'n', 'nDCG@10', 'recall@10', 'recall@100', 'MRR', 'p50 ms'],
    rows: [row('terms'), row('vectors'), row('fused')],
  };
}
