import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/cli/nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['json', 'json', 0],
    ['jsn', 'json', 1],
    ['kitten', 'sitting', 3],
    ['serach', 'search', 2],
  ])('%j to %j is %d', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });
});

describe('nearest', () => {
  const names = ['index', 'search', 'ask', 'check', 'serve', 'eval', 'doctor'];

  it.each([
    ['serach', 'search'],
    ['indx', 'index'],
    ['docter', 'doctor'],
    ['chekc', 'check'],
  ])('takes %j for %j', (word, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  it('takes a word that is like none for none', () => {
    expect(nearest('frobnicate', names)).toBeNull();
    expect(nearest('', names)).toBeNull();
  });
});
