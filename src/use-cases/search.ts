import { type DocumentId, type Ref, refOf } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { PassageText, RankedPassage, SearchResult } from '../domain/passage.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { OpenIndex, PassageStore, QueryOptions, Scored } from '../ports/index-store.ts';
import {
  articleSimilarity,
  CONTEXT_DOCUMENTS,
  CONTEXT_PASSAGES,
  rankInContext,
} from '../retrieval/article-context.ts';
import { filterDocuments, isNarrowing } from '../retrieval/document-filter.ts';
import { type FusedPassage, fuse } from '../retrieval/fusion.ts';
import { type Folded, foldNearDuplicates } from '../retrieval/near-duplicates.ts';
import { rankDocuments } from '../retrieval/rank-documents.ts';
import type { SearchFilter, SearchRequest } from './desk.ts';

export interface SearchDeps {
  readonly index: OpenIndex;
  readonly embedder: Embedder;
}

type FusedText = FusedPassage & PassageText;
type Candidate = FusedText & { readonly score: number };

const DEFAULT_LIMIT = 10;

/**
 * Passages taken from each list. Of 50, 100 and 200 (`node evals/tune-fusion.ts`) the deepest has the
 * highest nDCG@10 on every set, by 0.001 to 0.009 over 50, and keeps a hundred documents in reach.
 */
const CANDIDATES = 200;

/** Passages among which copies are looked for: those shown, and a look further for what could be folded into them. */
const foldDepth = (limit: number) => limit + 20;

/**
 * The passages nearest to a question, copies folded, and the documents nearest to it, each list at
 * most `limit` long. The documents are not folded: every file that holds the answer is named. What the
 * request may hold is for the caller to check.
 */
export async function search(deps: SearchDeps, request: SearchRequest): Promise<SearchResult> {
  const { limit = DEFAULT_LIMIT } = request;
  const question = request.question.trim();
  const candidates = await findCandidates(deps, { ...request, question });
  const folded = foldNearDuplicates(candidates.slice(0, foldDepth(limit))).slice(0, limit);
  const documents = rankDocuments(candidates).slice(0, limit);
  const shown = folded.flatMap(({ passage, duplicates }) => [passage, ...duplicates]);
  const ref = await refsOf(deps.index.passages, [
    ...shown.map(({ documentId }) => documentId),
    ...documents.map(({ documentId }) => documentId),
  ]);
  return {
    question,
    passages: folded.map((one, index) => rankedPassage(one, index + 1, ref)),
    documents: documents.map(({ documentId, score }, index) => ({
      ...ref(documentId),
      rank: index + 1,
      score,
    })),
  };
}

async function findCandidates(deps: SearchDeps, request: SearchRequest): Promise<Candidate[]> {
  const { index } = deps;
  const { question, signal } = request;
  const documentIds = await allowedDocuments(index.passages, request);
  if (documentIds?.size === 0) return [];
  const options: QueryOptions = {
    limit: CANDIDATES,
    ...(documentIds === null ? {} : { documentIds }),
    ...(signal === undefined ? {} : { signal }),
  };
  // The words are looked up while the embedder works.
  const [{ vector, similar }, worded] = await Promise.all([
    nearestPassages(deps, question, options),
    index.terms.query(question, options),
  ]);
  const fused = fuse(similar, worded, { cutAt: CANDIDATES });
  const texts = await index.passages.passages(fused.map(({ id }) => id));
  const passages = texts.map((passage, at) => ({ ...passage, ...known(fused[at], passage.id) }));
  return rankInContext(passages, await articleSimilarities(index, vector, passages));
}

async function nearestPassages(
  { index, embedder }: SearchDeps,
  question: string,
  options: QueryOptions,
): Promise<{ readonly vector: Float32Array; readonly similar: readonly Scored[] }> {
  const { signal } = options;
  const stop = signal === undefined ? {} : { signal };
  const [embedded] = await embedder.embed([question], { kind: 'question', ...stop });
  const vector = known(embedded, 'the question');
  return { vector, similar: await index.vectors.query(vector, options) };
}

async function articleSimilarities(
  { passages, vectors }: OpenIndex,
  question: Float32Array,
  candidates: readonly FusedText[],
): Promise<ReadonlyMap<DocumentId, number>> {
  const articles = [...new Set(candidates.map(({ documentId }) => documentId))].slice(0, CONTEXT_DOCUMENTS);
  const similarities = articles.map(async (article) => {
    const head = (await passages.passagesOf(article)).slice(0, CONTEXT_PASSAGES);
    const headVectors = await vectors.vectors(head.map(({ id }) => id));
    return [article, articleSimilarity(question, headVectors)] as const;
  });
  return new Map(await Promise.all(similarities));
}

/** Null: all of them. */
async function allowedDocuments(
  store: PassageStore,
  filter: SearchFilter,
): Promise<ReadonlySet<DocumentId> | null> {
  return isNarrowing(filter) ? filterDocuments(await store.listDocuments(), filter) : null;
}

async function refsOf(store: PassageStore, ids: readonly DocumentId[]): Promise<(id: DocumentId) => Ref> {
  const distinct = [...new Set(ids)];
  const documents = await Promise.all(distinct.map((id) => store.document(id)));
  const refs = new Map(distinct.map((id, at) => [id, refOf(known(documents[at], id))]));
  return (id) => known(refs.get(id), id);
}

function rankedPassage(
  { passage, duplicates }: Folded<Candidate>,
  rank: number,
  ref: (id: DocumentId) => Ref,
): RankedPassage {
  const { id, documentId, start, end, text, vector, terms, fused } = passage;
  // A passage that took the place of a better one that tells less stands by that one's score.
  const score = Math.max(passage.score, ...duplicates.map((copy) => copy.score));
  const nearDuplicates = [...new Set(duplicates.map((copy) => copy.documentId))].map(ref);
  const trace = { passageId: id, vector, terms, fused, nearDuplicates };
  return { ...ref(documentId), rank, start, end, text, score, trace };
}

function known<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value;
  throw new CitedeskError('index-damaged', `The index names ${what} but does not hold it.`, {
    fix: 'Run `citedesk index --rebuild`.',
  });
}
