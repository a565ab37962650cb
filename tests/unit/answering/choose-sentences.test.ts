import { describe, expect, it } from 'vitest';
import { chooseSentences } from '../../../src/answering/choose-sentences.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { toldSentences } from '../../../src/answering/told-sentences.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

const FACTS = [
  'The bridge opened again on Monday.',
  'Lorries stay banned until the end of May.',
  'The repair cost eleven million crowns.',
  'A foundry in Aldersund cast the bearings.',
  'Mayor Halloran thanked the divers.',
];
const document = article([['paragraph', FACTS.join(' ')]]);
const chosen = (question: string, shareOf: (index: number) => number) =>
  chooseSentences(analyzeQuestion(question), ranked([document], shareOf), []).map(
    ({ candidate }) => candidate.text,
  );

describe('chooseSentences', () => {
  it('stops at one that is sure', () => {
    expect(chosen('When did it open?', (index) => (index === 0 ? 0.95 : 0.01))).toEqual([FACTS[0]]);
  });

  it('adds sentences while it is unsure, three at most', () => {
    expect(chosen('When did it open?', () => 0.2)).toEqual(FACTS.slice(0, 3));
  });

  it('takes a fourth for a question of several parts', () => {
    expect(chosen('When did it open and what did it cost?', () => 0.2)).toEqual(FACTS.slice(0, 4));
  });

  it('adds none that hardly answers', () => {
    expect(chosen('When did it open?', (index) => [0.6, 0.2, 0.01, 0.01, 0.01][index] ?? 0)).toEqual(
      FACTS.slice(0, 2),
    );
  });

  it('folds a retelling and names where it stands', () => {
    const told = 'The harbour bridge in Port Merrow opened again on Monday after repairs.';
    const first = article([['paragraph', told]], { id: 'd1' });
    const second = article([['paragraph', `Traffic is back. ${told}`]], {
      id: 'd2',
      title: 'Traffic returns',
    });
    const [only, ...others] = chooseSentences(
      analyzeQuestion('When did the bridge open?'),
      ranked([first, second], (index) => [0.5, 0.01, 0.49][index] ?? 0),
      toldSentences([first, second]),
    );
    expect(others).toEqual([]);
    expect(only?.candidate.document.id).toBe('d1');
    expect(only?.alsoReportedBy.map(({ title }) => title)).toEqual(['Traffic returns']);
  });

  it('chooses none of none', () => {
    expect(chooseSentences(analyzeQuestion('When?'), [], [])).toEqual([]);
  });
});
