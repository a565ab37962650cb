import { describe, expect, it } from 'vitest';
import { shinglesOf } from '../../../src/retrieval/shingles.ts';
import { words } from '../../../src/text/tokens.ts';

const shingles = (text: string) => shinglesOf(words(text));

describe('shinglesOf', () => {
  it('has one for every run of four words', () => {
    expect(shingles('one two three four five six').size).toBe(3);
    expect(shingles('one two three four one two three four').size).toBe(4);
  });

  it('loses four for an edited word', () => {
    const before = shingles('a b c d e f g h i j');
    const after = shingles('a b c d X f g h i j');
    expect(before.size - before.intersection(after).size).toBe(4);
  });

  it('is one for a few words and none for none', () => {
    expect(shingles('just two').size).toBe(1);
    expect(shingles('just two')).not.toEqual(shingles('two just'));
    expect(shingles('…').size).toBe(0);
  });
});
