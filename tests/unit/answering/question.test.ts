import { describe, expect, it } from 'vitest';
import { analyzeQuestion } from '../../../src/answering/question.ts';

const termsOf = (text: string) => analyzeQuestion(text).terms.map(({ norm }) => norm);

describe('analyzeQuestion', () => {
  it('keeps content words and leaves out those that only ask', () => {
    expect(termsOf('Who did the mayor of Port Merrow thank?')).toEqual(['mayor', 'port', 'merrow', 'thank']);
  });

  it('reads a country of several words as one term', () => {
    const { terms } = analyzeQuestion('How many troops did the United States send?');
    expect(terms.map(({ text, country }) => [text, country])).toEqual([
      ['troops', null],
      ['United States', 'US'],
      ['send', null],
    ]);
  });

  it('marks names and figures as details', () => {
    const { terms } = analyzeQuestion('What did Lavrov say about the 45 aircraft?');
    expect(terms.filter((term) => term.isDetail).map(({ text }) => text)).toEqual(['Lavrov', '45']);
  });

  it('takes US for a name and us for a pronoun', () => {
    expect(termsOf('What did the US tell us?')).toContain('us');
    expect(analyzeQuestion('what does it tell us').terms.map(({ country }) => country)).toEqual([null]);
  });

  it('gives little weight to words that only shape the answer', () => {
    const { terms } = analyzeQuestion('What is the name of the ferry?');
    const share = Object.fromEntries(terms.map((term) => [term.norm, term.share]));
    expect(share['name']).toBeLessThan(share['ferry'] ?? 0);
  });

  it.each([
    ['When and where was the astrolabe made?', true],
    ['What is the difference between the two plans?', true],
    ['Who won? Who lost?', true],
    ['Who won the cup and the league?', false],
  ])('tells several parts: %s', (question, isMultiPart) => {
    expect(analyzeQuestion(question).isMultiPart).toBe(isMultiPart);
  });

  it('reads anything', () => {
    for (const text of ['', '???', '🐟', 'x'.repeat(2_000), 'قطر كم عدد']) {
      expect(analyzeQuestion(text).text).toBe(text);
    }
  });
});
