import { describe, expect, it } from 'vitest';
import { composeAnswer, NO_ANSWER } from '../../../src/answering/compose-answer.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

const document = article([
  ['heading', 'Bridge'],
  ['paragraph', 'The bridge opened again on Monday. The repair cost eleven million crowns.'],
  ['paragraph', 'Mayor Halloran thanked the divers.'],
]);
const question = analyzeQuestion('When did the bridge open?');
// What the models see in a sentence that answers, and in one that has nothing of the question.
const CLEAR = {
  similarity: 1,
  fused: 1,
  rank: 0.5,
  coverTitled: 1,
  softSentence: 1,
  softTitled: 1,
  detailSentence: 1,
  valueFit: 1,
  fresh: 1,
};

describe('composeAnswer', () => {
  it('joins verbatim sentences, each cited and supported by its own span', () => {
    const answer = composeAnswer(
      { question, ranked: ranked([document], () => 0.3, CLEAR), passageHeld: 3 },
      [],
    );
    expect(answer.status).toBe('answered');
    expect(answer.claims.length).toBeGreaterThan(1);
    expect(answer.text).toBe(answer.claims.map(({ text }) => text).join(' '));
    for (const claim of answer.claims) {
      const [cite] = claim.citations;
      expect(answer.text.slice(claim.start, claim.end)).toBe(claim.text);
      expect(cite?.quote).toBe(claim.text);
      expect(document.text.slice(cite?.start, cite?.end)).toBe(claim.text);
      expect(claim.verdict).toBe('supported');
    }
    expect(answer.nearest).toEqual([]);
  });

  it('abstains in a plain sentence and shows the best sentence of each passage', () => {
    const other = article([['paragraph', 'Herring soup is eaten with rye bread.']], { id: 'd2' });
    const answer = composeAnswer({ question, ranked: ranked([document, other]), passageHeld: -4 }, []);
    expect(answer).toMatchObject({ status: 'abstained', text: NO_ANSWER, claims: [], conflicts: [] });
    expect(answer.nearest.map(({ quote }) => quote)).toEqual([
      'The bridge opened again on Monday.',
      'Herring soup is eaten with rye bread.',
    ]);
  });

  it('abstains without any sentence', () => {
    expect(composeAnswer({ question, ranked: [], passageHeld: -4 }, [])).toMatchObject({
      status: 'abstained',
      nearest: [],
    });
  });
});
