import { describe, expect, it } from 'vitest';
import { articleSimilarity, rankInContext } from '../../../src/retrieval/article-context.ts';

const unit = (...values: number[]) => Float32Array.from(values).map((value) => value / Math.hypot(...values));

describe('articleSimilarity', () => {
  it('is the cosine of the question and the mean passage', () => {
    expect(articleSimilarity(unit(1, 0), [unit(1, 0), unit(0, 1)])).toBeCloseTo(Math.SQRT1_2, 6);
    expect(articleSimilarity(unit(1, 0), [unit(0, 1)])).toBeCloseTo(0, 6);
  });

  it('is 0 where passages are none or cancel out', () => {
    expect(articleSimilarity(unit(1, 0), [])).toBe(0);
    expect(articleSimilarity(unit(1, 0), [unit(1, 0), unit(-1, 0)])).toBe(0);
  });
});

describe('rankInContext', () => {
  const passages = [
    { documentId: 'off', fused: 0.81 },
    { documentId: 'on', fused: 0.8 },
    { documentId: 'unread', fused: 0.7 },
  ];

  it('lets the article decide between passages that are nearly equal', () => {
    const similarities = new Map([
      ['off', 0.2],
      ['on', 0.4],
    ]);
    const ranked = rankInContext(passages, similarities);
    expect(ranked.map(({ documentId }) => documentId)).toEqual(['on', 'off', 'unread']);
    // 0.9 * 0.8 + 0.1 * 1; 0.9 * 0.81 + 0.1 * 0.5; 0.9 * 0.7.
    expect(ranked.map(({ score }) => Number(score.toFixed(4)))).toEqual([0.82, 0.779, 0.63]);
  });

  it('keeps the fused order where no article points to the question', () => {
    const ranked = rankInContext(passages, new Map([['on', -0.2]]));
    expect(ranked.map(({ documentId }) => documentId)).toEqual(['off', 'on', 'unread']);
  });
});
