import { describe, expect, it } from 'vitest';
import { figuresDisagree } from '../../../src/retrieval/figures.ts';
import { words } from '../../../src/text/tokens.ts';

const disagree = (a: string, b: string) => figuresDisagree(words(a), words(b));

describe('figuresDisagree', () => {
  it('compares figures between the same two words', () => {
    expect(disagree('It killed 45 people.', 'It killed 54 people.')).toBe(true);
    expect(disagree('It killed 45 people.', 'It killed 45 people.')).toBe(false);
    expect(disagree('It killed 45 people.', 'It hurt 54 people.')).toBe(false);
  });

  it('allows for more in one text than in the other', () => {
    expect(disagree('in 1963 the', 'in 1963 the war; in 1964 the peace')).toBe(false);
  });

  it('sees them at the ends of a text', () => {
    expect(disagree('It cost 3', 'It cost 4')).toBe(true);
    expect(disagree('no figures', 'none')).toBe(false);
  });
});
