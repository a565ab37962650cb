import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../../../src/answering/reading-order.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

const document = article([
  [
    'paragraph',
    'The series follows three sisters of the harbour. It also shows their parents. This made them known. The ferry left at noon.',
  ],
]);
const [series, parents, known, ferry] = ranked([document]);

function ordered(list: readonly (typeof series)[]): string[] {
  const chosen = list.flatMap((one) => (one === undefined ? [] : [one]));
  return inReadingOrder(chosen).map(({ candidate }) => candidate.text.split(' ')[0] ?? '');
}

describe('inReadingOrder', () => {
  it('puts the sentence that is taken up before the one that takes it up', () => {
    expect(ordered([parents, series])).toEqual(['The', 'It']);
    expect(ordered([known, ferry, parents, series])).toEqual(['The', 'It', 'This', 'The']);
  });

  it('leaves the order where the sentence before is not there, or nothing is taken up', () => {
    expect(ordered([known, series])).toEqual(['This', 'The']);
    expect(ordered([ferry, series, parents])).toEqual(['The', 'The', 'It']);
    expect(ordered([ferry, known])).toEqual(['The', 'This']);
    expect(ordered([])).toEqual([]);
  });
});
