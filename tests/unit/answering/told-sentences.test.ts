import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/answering/reading.ts';
import { documentsTelling, toldSentences } from '../../../src/answering/told-sentences.ts';
import { article } from './article.ts';

const CITED =
  'Mayor Odile Brandt opened the harbour bridge on Monday after eleven weeks of repairs that cost 41.6 million crowns.';

const tells = (text: string, cited = CITED) =>
  documentsTelling(
    readText(cited),
    toldSentences([article([['paragraph', `Rain fell. ${text} Traffic is back.`]])]),
  ).length === 1;

describe('documentsTelling', () => {
  it.each([
    ['the same', CITED],
    [
      'the same in another order',
      'After eleven weeks of repairs that cost 41.6 million crowns, the harbour bridge was opened on Monday by Mayor Odile Brandt.',
    ],
    [
      'the same with something of its own',
      CITED.replace('crowns.', 'crowns, three million more than planned.'),
    ],
    [
      'the same in two sentences',
      'Mayor Odile Brandt opened the harbour bridge on Monday. The eleven weeks of repairs cost 41.6 million crowns.',
    ],
    ['a name in short', CITED.replace('Mayor Odile Brandt', 'Mayor Brandt')],
  ])('names a document that tells %s', (_, text) => {
    expect(tells(text)).toBe(true);
  });

  it.each([
    ['less', 'Mayor Odile Brandt opened the harbour bridge on Monday.'],
    ['it without the sum', CITED.replace(' that cost 41.6 million crowns', '')],
    ['it without the day', CITED.replace(' on Monday', '')],
    ['it with another sum', CITED.replace('41.6', '46.1')],
    ['it of another mayor', CITED.replace('Odile Brandt', 'Tom Oak')],
    ['that it did not happen', CITED.replace('opened', 'has not opened')],
    ['something else', 'Herring quota talks entered their third week without a deal.'],
  ])('leaves out a document that tells %s', (_, text) => {
    expect(tells(text)).toBe(false);
  });

  it('names each document once', () => {
    const twice = article([['paragraph', `${CITED} ${CITED}`]], { id: 'd1' });
    const other = article([['paragraph', CITED]], { id: 'd2' });
    const found = documentsTelling(readText(CITED), toldSentences([twice, other]));
    expect(found.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });
});
