import { describe, expect, it } from 'vitest';
import {
  answerCitations,
  meanCitations,
  type Supports,
  scoreStatement,
} from '../../../evals/metrics-citation.ts';

/** A judge to whom a statement such as `ab` is borne out where each of its letters stands in some citation. */
const byLetters: Supports = async (statement, citations) =>
  [...statement].every((letter) => citations.some((citation) => citation.includes(letter)));

const score = (text: string, citations: readonly string[]) => scoreStatement({ text, citations }, byLetters);

describe('scoreStatement', () => {
  it.each([
    ['is not supported without a citation', 'a', [], false, 0],
    ['is supported by the one citation that says it', 'a', ['a'], true, 1],
    ['is not supported by one that says a part', 'ab', ['a'], false, 0],
    ['is supported by two together, both needed', 'ab', ['a', 'b'], true, 2],
    // `x` does not say it, and `a` says it without `x`.
    ['has no use for a citation that says nothing of it', 'a', ['a', 'x'], true, 1],
    // Each says it alone.
    ['may be cited twice', 'a', ['a', 'a'], true, 2],
    // `b` alone does not say it, the others do without it; `abx` says it alone.
    ['has no use for a part where another says all', 'ab', ['abx', 'b'], true, 1],
    ['has no relevant citation where it is not supported', 'abc', ['a', 'b'], false, 0],
    // Without any one of them the others still say it, and none does alone: ALCE counts none.
    ['has no use for three of which any two would do', 'abc', ['ab', 'bc', 'ac'], true, 0],
  ] as const)('%s', async (_, text, citations, isSupported, relevant) => {
    expect(await score(text, citations)).toEqual({ isSupported, citations: citations.length, relevant });
  });
});

describe('answerCitations', () => {
  it('counts sentences for recall and citations for precision', async () => {
    // Supported: 2 of 3. Citations 2 + 1 + 2, relevant 1 + 0 + 2.
    const statements = await Promise.all([
      score('a', ['a', 'x']),
      score('ab', ['a']),
      score('ab', ['a', 'b']),
    ]);
    expect(answerCitations(statements)).toEqual({ recall: 2 / 3, precision: 3 / 5 });
  });

  it('is 0 and 0 of an answer that cites nothing, and null of none', async () => {
    expect(answerCitations([await score('a', [])])).toEqual({ recall: 0, precision: 0 });
    expect(answerCitations([])).toBeNull();
  });
});

describe('meanCitations', () => {
  it('counts each answer alike', () => {
    const scores = [
      { recall: 1, precision: 0.5 },
      { recall: 0.5, precision: 0 },
    ];
    expect(meanCitations(scores)).toEqual({ recall: 0.75, precision: 0.25 });
  });
});
