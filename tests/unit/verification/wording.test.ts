import { describe, expect, it } from 'vitest';
import { readClaim } from '../../../src/verification/claim-text.ts';
import { factsOf } from '../../../src/verification/statement.ts';
import { inPlainWords, inSourceWords } from '../../../src/verification/wording.ts';

function worded(claim: string, source: string): string {
  const [part] = readClaim(claim, null).parts;
  if (part === undefined) throw new Error('a claim has a sentence');
  return inSourceWords(part, factsOf(source));
}

describe('inSourceWords', () => {
  it.each([
    ['Sales fell 22 per cent.', 'Sales fell 22 percent.', 'Sales fell 22 percent.'],
    ['Sales fell 22% in May.', 'In May sales fell by 22 percent.', 'Sales fell 22 percent in May.'],
    ['It cost 1.2 million euros.', 'The cost was €1,200,000.', 'It cost €1,200,000.'],
    ['Sales in the U.S. rose.', 'Sales in the United States rose.', 'Sales in the United States rose.'],
    ['The port has five cranes.', 'The port has 5 cranes.', 'The port has 5 cranes.'],
  ])('puts %j beside %j as %j', (claim, source, expected) => {
    expect(worded(claim, source)).toBe(expected);
  });

  it.each([
    ['Sales fell 22 percent.', 'Sales fell 25 percent.'],
    ['It cost 1.2 million euros.', 'It cost 1.2 million dollars.'],
    ['Emil Aas spoke.', 'Ilse Varga spoke.'],
    ['Nothing is named here.', 'Nor here.'],
  ])('leaves %j beside %j as it is', (claim, source) => {
    expect(worded(claim, source)).toBe(claim);
  });
});

describe('inPlainWords', () => {
  it('has one word for each hedge of a figure, and leaves other uses alone', () => {
    expect(inPlainWords('Over 30 per cent, nearly 5 tons, around 40 men.')).toBe(
      'more than 30 percent, almost 5 tons, about 40 men.',
    );
    expect(inPlainWords('They walked over the bridge and around it.')).toBe(
      'They walked over the bridge and around it.',
    );
  });
});
