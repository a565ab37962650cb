import { describe, expect, it } from 'vitest';
import { askedValues } from '../../../src/answering/asked-values.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { readText } from '../../../src/answering/reading.ts';

const values = (question: string, text: string) =>
  askedValues(analyzeQuestion(question), readText(text)).map(({ start, end, fit }) => [
    text.slice(start, end),
    fit,
  ]);

describe('askedValues', () => {
  it('finds who, and never whom the question names', () => {
    expect(
      values('Who met Sergey Lavrov?', 'Sergey Lavrov met Dmitry Peskov in Moscow.').map(([text]) => text),
    ).toEqual(['Dmitry Peskov', 'Moscow']);
  });

  it('prefers a full date to a year', () => {
    const text = 'The hall, begun in 1901, opened on 3 May 1904.';
    expect(values('When did the hall open?', text)).toEqual([
      ['1901', 0.6],
      ['3 May 1904', 1],
    ]);
  });

  it('prefers a number of what is counted', () => {
    const text = 'The 45 passengers waited with 3 dogs.';
    expect(values('How many passengers waited?', text)).toEqual([
      ['45', 1],
      ['3', 0.3],
    ]);
  });

  it('prefers money where a price is asked', () => {
    const text = 'The repair took 14 months and cost $41.6 million.';
    const fits = new Map(
      values('How much did the repair cost?', text).map(([value, fit]) => [value, Number(fit)]),
    );
    expect(fits.get('$41.6 million')).toBe(1);
    for (const [value, fit] of fits) if (value !== '$41.6 million') expect(fit).toBeLessThan(1);
  });

  it('prefers a name behind a word of place', () => {
    const [place] = values('Where did the ships unload?', 'The ships unloaded in Conakry.');
    expect(place).toEqual(['Conakry', 1]);
  });

  it('finds words of cause', () => {
    expect(values('Why did it close?', 'It closed because the bearings cracked.')).toEqual([['because', 1]]);
  });

  it('finds nothing where the value is missing or the question is open', () => {
    expect(values('How many tanks came?', 'Tanks came by ship.')).toEqual([]);
    expect(values('What came?', 'In 1904 Peskov counted 45 tanks.')).toEqual([]);
  });
});
