import type { DocumentId } from '../domain/document.ts';

export interface ScoredDocument {
  readonly documentId: DocumentId;
  /** Score of its best passage. */
  readonly score: number;
}

/**
 * Documents in the order of their best passage, each once. Adding a share of a document's other
 * passages was tried: it helped one development set as much as it hurt another.
 */
export function rankDocuments(passages: readonly ScoredDocument[]): ScoredDocument[] {
  const best = new Map<DocumentId, number>();
  for (const { documentId, score } of passages) {
    best.set(documentId, Math.max(best.get(documentId) ?? score, score));
  }
  return [...best].map(([documentId, score]) => ({ documentId, score })).sort((a, b) => b.score - a.score);
}
