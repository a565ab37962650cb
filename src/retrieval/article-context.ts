import type { DocumentId } from '../domain/document.ts';

/** Articles that are read as a whole, in the order of their best passage; 20 and 50 give one result. */
export const CONTEXT_DOCUMENTS = 20;

/** Passages from the head of an article that stand for the whole: news puts its subject first. */
export const CONTEXT_PASSAGES = 12;

/**
 * Share of the article in a passage's score. A late passage of a long article leaves its subject
 * unsaid. Measured by `node evals/tune-fusion.ts`: the mean nDCG@10 of the development sets is highest
 * at 0.05 and 0.1 (0.844; 0.843 without), and falls from 0.2 on.
 */
const ARTICLE_SHARE = 0.1;

/** Cosine of the question and the mean of an article's passages, all of unit length; 0 of no passages. */
export function articleSimilarity(question: Float32Array, passages: readonly Float32Array[]): number {
  const sum = new Float64Array(question.length);
  for (const passage of passages) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (passage[at] ?? 0);
  }
  let [dot, squares] = [0, 0];
  for (let at = 0; at < sum.length; at++) {
    const value = sum[at] ?? 0;
    dot += value * (question[at] ?? 0);
    squares += value * value;
  }
  return squares === 0 ? 0 : dot / Math.sqrt(squares);
}

interface Fused {
  readonly documentId: DocumentId;
  readonly fused: number;
}

/**
 * Passages by their own fused score and their article's similarity over the best such, best first. An
 * article that was not read as a whole counts 0; so does one that points away from the question.
 */
export function rankInContext<T extends Fused>(
  passages: readonly T[],
  similarities: ReadonlyMap<DocumentId, number>,
  articleShare = ARTICLE_SHARE,
): (T & { readonly score: number })[] {
  const best = Math.max(...similarities.values(), Number.MIN_VALUE);
  return passages
    .map((passage) => {
      const article = Math.max(similarities.get(passage.documentId) ?? 0, 0) / best;
      return { ...passage, score: (1 - articleShare) * passage.fused + articleShare * article };
    })
    .sort((a, b) => b.score - a.score);
}
