import type { DocumentId } from '../domain/document.ts';

export interface ScoredDocument {
  readonly id: DocumentId;
  /** Score of its best passage. */
  readonly score: number;
}

/**
 * Documents in the order of their best passage. Adding a share of a document's other passages was
 * tried and helped one development set as much as it hurt another.
 */
export function rankDocuments(
  passages: readonly { readonly documentId: DocumentId; readonly fused: number }[],
): ScoredDocument[] {
  const best = new Map<DocumentId, number>();
  for (const { documentId, fused } of passages) {
    best.set(documentId, Math.max(best.get(documentId) ?? fused, fused));
  }
  return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}
