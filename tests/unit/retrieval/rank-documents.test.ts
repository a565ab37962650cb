import { describe, expect, it } from 'vitest';
import { rankDocuments } from '../../../src/retrieval/rank-documents.ts';

describe('rankDocuments', () => {
  it('orders documents by their best passage, first come first in a tie', () => {
    const ranked = rankDocuments([
      { documentId: 'a', score: 0.5 },
      { documentId: 'b', score: 0.9 },
      { documentId: 'a', score: 0.7 },
      { documentId: 'c', score: 0.7 },
    ]);
    expect(ranked).toEqual([
      { documentId: 'b', score: 0.9 },
      { documentId: 'a', score: 0.7 },
      { documentId: 'c', score: 0.7 },
    ]);
  });
});
