import { describe, expect, it } from 'vitest';
import {
  maxSimilarities,
  mostOf,
  type TokenRows,
  weighTokens,
} from '../../../src/answering/late-interaction.ts';

const tokensOf = (pieces: readonly string[]) =>
  pieces.map((piece) => ({ text: piece.replace(/^##/, ''), isContinuation: piece.startsWith('##') }));
const rows = (...vectors: readonly (readonly number[])[]): TokenRows => ({
  tokens: tokensOf(vectors.map((_, index) => `t${index}`)),
  rows: Float32Array.from(vectors.flat()),
});

describe('maxSimilarities', () => {
  it('takes for each token of the question the nearest token of the text', () => {
    const found = maxSimilarities(rows([1, 0], [0, 1]), rows([0.6, 0.8], [1, 0]));
    expect(found[0]).toBeCloseTo(1, 6);
    expect(found[1]).toBeCloseTo(0.8, 6);
  });

  it('never goes below 0', () => {
    expect(maxSimilarities(rows([1, 0]), rows([-1, 0]))).toEqual([0]);
  });

  it('finds nothing in an empty text, and nothing for an empty question', () => {
    expect(maxSimilarities(rows([1, 0]), rows())).toEqual([0]);
    expect(maxSimilarities(rows(), rows([1, 0]))).toEqual([]);
  });
});

describe('mostOf', () => {
  it('keeps the larger, token by token, and passes over what was not compared', () => {
    expect(mostOf([[0.1, 0.9], [0.5, 0.2], []])).toEqual([0.5, 0.9]);
    expect(mostOf([])).toEqual([]);
  });
});

describe('weighTokens', () => {
  it('counts a token by the whole word it belongs to, and grammar and marks not at all', () => {
    const tokens = tokensOf(['who', 'owns', 'the', 'astro', '##lab', '##e', ',', '2019']);
    const asked: string[] = [];
    const weights = weighTokens({ tokens, rows: new Float32Array() }, (word) => {
      asked.push(word);
      return word === 'astrolabe' ? 0.8 : 0.4;
    });
    expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([0, 0.4, 0, 0.8, 0.08, 0.08, 0, 0.4]);
    expect(new Set(asked)).toEqual(new Set(['owns', 'astrolabe', '2019']));
  });
});
