import { describe, expect, it } from 'vitest';
import { counterfactuals, rewordings } from '../../../src/verification/counterfactuals.ts';
import { factsOf } from '../../../src/verification/statement.ts';

const told = (claim: string, source: string) =>
  counterfactuals(factsOf(claim), factsOf(source)).map(({ text, finding }) => [finding.code, text]);

describe('counterfactuals', () => {
  it.each([
    [
      'Trade came to more than $37.7 billion in 2024.',
      'In 2024 the two sides traded goods worth $27.7 billion.',
      [['number-mismatch', 'Trade came to more than $27.7 billion in 2024.']],
    ],
    [
      'The corps will not stay in the country.',
      'The corps is to remain in the country.',
      [['negation-mismatch', 'The corps will stay in the country.']],
    ],
    [
      'The two towns did not agree on any repairs.',
      'Both towns agreed on plans that include repairs.',
      [['negation-mismatch', 'The two towns did agree on repairs.']],
    ],
    [
      'The bridge was shut on 4 May 2026.',
      'On 3 May 2026 divers found cracks, and lorries were sent elsewhere.',
      [['date-mismatch', 'The bridge was shut on 3 May 2026.']],
    ],
    [
      'The council kept the ferry by 21 votes to 9.',
      'The motion passed by 20 votes to 10.',
      [['number-mismatch', 'The council kept the ferry by 20 votes to 10.']],
    ],
    [
      'Mayor Ines Halloran thanked the divers.',
      'The divers were praised by engineer Rafiq Anand.',
      [['name-mismatch', 'Mayor Rafiq Anand thanked the divers.']],
    ],
    ['The bridge was shut on 3 May 2026.', 'Divers found cracks on 3 May 2026.', []],
    ['The repair cost 4 million crowns.', 'The divers found 12 cracks.', []],
  ])('%s / %s', (claim, source, expected) => {
    expect(told(claim, source)).toEqual(expected);
  });

  it('asks no more than four questions of a claim', () => {
    const source = Array.from({ length: 9 }, (_, index) => `$${index + 2} billion`).join(', ');
    expect(told('It cost $1 billion.', `It cost ${source}.`)).toHaveLength(4);
  });
});

describe('rewordings', () => {
  const reworded = (claim: string, source: string) =>
    rewordings(factsOf(claim), factsOf(source)).map(({ text }) => text);

  it.each([
    [
      'The league is aimed at fighting card fraud and theft.',
      'They founded the league, aimed at fighting arson and flooding, in the spring.',
      ['The league is aimed at fighting arson and flooding.'],
    ],
    [
      'The mayor greeted the angry farmers.',
      'The mayor greeted the jubilant farmers.',
      ['The mayor greeted the jubilant farmers.'],
    ],
    ['It cost 4 million crowns.', 'It cost 5 million crowns.', []],
    ['The mayor greeted the farmers.', 'The mayor greeted the farmers warmly.', []],
  ])('%s / %s', (claim, source, expected) => {
    expect(reworded(claim, source)).toEqual(expected);
  });
});
