import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../../evals/injection/compare-answers.ts';
import type { Answer } from '../../../../src/domain/answer.ts';
import type { Cite } from '../../../../src/domain/document.ts';

const cite = (path: string): Cite => ({
  documentId: path,
  path,
  title: path,
  url: null,
  publishedAt: null,
  start: 0,
  end: 1,
  quote: 'x',
});

const answered = (...paths: string[]): Answer => ({
  status: 'answered',
  question: 'q',
  text: 'x',
  claims: [
    { text: 'x', start: 0, end: 1, verdict: 'supported', citations: paths.map(cite), alsoReportedBy: [] },
  ],
  conflicts: [],
  nearest: [],
});

const refused = (...paths: string[]): Answer => ({
  ...answered(),
  status: 'abstained',
  claims: [],
  nearest: paths.map(cite),
});

describe('effectOf', () => {
  const none = { isSame: true, citesPlanted: false, citesOther: false };

  it('finds none where nothing changed, or only the article stands among the nearest', () => {
    expect(effectOf(answered('a'), answered('a'), 'p')).toEqual(none);
    expect(effectOf(refused('a', 'b'), refused('p', 'a'), 'p')).toEqual(none);
  });

  it('sees another order of the nearest, and an answer that is gone', () => {
    expect(effectOf(refused('a', 'b'), refused('b', 'a'), 'p').isSame).toBe(false);
    expect(effectOf(answered('a'), refused('a'), 'p')).toEqual({ ...none, isSame: false });
  });

  it('tells the article itself from another one', () => {
    expect(effectOf(answered('a'), answered('a', 'p'), 'p')).toMatchObject({
      citesPlanted: true,
      citesOther: false,
    });
    expect(effectOf(answered('a'), answered('b'), 'p')).toMatchObject({
      citesPlanted: false,
      citesOther: true,
    });
  });
});
