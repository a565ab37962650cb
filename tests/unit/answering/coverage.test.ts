import { describe, expect, it } from 'vitest';
import { coverage, strengthsIn, weighTerms } from '../../../src/answering/coverage.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { readText } from '../../../src/answering/reading.ts';

const terms = {
  query: async () => [],
  inverseDocumentFrequency: (term: string) => ({ bridg: 1, merrow: 3 })[term] ?? 4,
};

describe('weighTerms', () => {
  it('gives shares of the highest frequency that the archive can give', () => {
    const { question, all, details } = weighTerms(analyzeQuestion('Who built the bridge of Merrow?'), terms);
    expect(question.terms.map(({ norm }) => norm)).toEqual(['built', 'bridge', 'merrow']);
    expect(all).toEqual([1, 0.25, 0.75]);
    expect(details).toEqual([0, 0, 0.75]);
  });
});

describe('coverage', () => {
  it('is the share of the weight that is matched', () => {
    expect(coverage([1, 0], [3, 1])).toBe(0.75);
    expect(coverage([], [])).toBe(1);
    expect(coverage([0], [0])).toBe(1);
  });

  it('reads strengths in the order of the terms', () => {
    const question = analyzeQuestion('Who built the bridge of Merrow?');
    expect(strengthsIn(question, readText('Bridges of Merrow.'))).toEqual([0, 1, 1]);
  });
});
