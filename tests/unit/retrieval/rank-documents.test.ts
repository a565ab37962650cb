import { describe, expect, it } from 'vitest';
import { rankDocuments } from '../../../src/retrieval/rank-documents.ts';

describe('rankDocuments', () => {
  it('orders documents by their best passage, first come first in a tie', () => {
    const ranked = rankDocuments([
      { documentId: 'a', fused: 0.5 },
      { documentId: 'b', fused: 0.9 },
      { documentId: 'a', fused: 0.7 },
      { documentId: 'c', fused: 0.7 },
    ]);
    expect(ranked).toEqual([
      { id: 'b', score: 0.9 },
      { id: 'a', score: 0.7 },
      { id: 'c', score: 0.7 },
    ]);
  });
});
