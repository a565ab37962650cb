import { describe, expect, it } from 'vitest';
import { holdsAnswer } from '../../../../evals/asking/asking-case.ts';
import { exchangeDetail } from '../../../../evals/asking/exchange-detail.ts';
import { randomFrom, sample } from '../../../../evals/asking/random.ts';

describe('holdsAnswer', () => {
  it.each([
    ['It cost $27.7 billion in all.', '$27.7 billion', true],
    ['There were 1,200 of them.', '1200', true],
    ['The “key pillar” of it', '"key pillar"', true],
    ['JOE BIDEN won.', 'Joe Biden', true],
    ['There were 450 of them.', '45', false],
    ['A carpet.', 'car', false],
    ['Anything.', '', false],
  ])('%s / %s', (text, answer, expected) => {
    expect(holdsAnswer(text, [answer])).toBe(expected);
  });
});

describe('exchangeDetail', () => {
  const from = 'The town of Merrow has 45 boats. The mayor of Merrow is Ines Halloran.';

  it('puts another number or name in the place of one that the text holds', () => {
    const number = exchangeDetail({
      question: 'Who owns the 45 boats?',
      from,
      pool: from,
      random: randomFrom(1),
    });
    expect(number).toMatch(/^Who owns the \d+ boats\?$/);
    expect(number).not.toContain('45');
    const pool = 'The town of Aldersund lies north.';
    expect(exchangeDetail({ question: 'Who is mayor of Merrow?', from, pool, random: randomFrom(1) })).toBe(
      'Who is mayor of Aldersund?',
    );
  });

  it('leaves a question without details alone', () => {
    expect(
      exchangeDetail({ question: 'Who owns the boats?', from, pool: from, random: randomFrom(1) }),
    ).toBeNull();
  });
});

describe('sample', () => {
  it('draws without repetition, the same for the same seed', () => {
    const draw = () => sample([1, 2, 3, 4, 5], 3, randomFrom(3));
    expect(draw()).toEqual(draw());
    expect(new Set(draw()).size).toBe(3);
    expect(sample([1, 2], 5, randomFrom(3)).sort()).toEqual([1, 2]);
  });
});
