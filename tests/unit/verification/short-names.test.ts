import { describe, expect, it } from 'vitest';
import { compareTokens } from '../../../src/verification/compare-tokens.ts';
import { stemsWithOtherNames } from '../../../src/verification/short-names.ts';

const stemsIn = (text: string) => compareTokens(text).map(({ stem }) => stem);
const held = (text: string) => stemsWithOtherNames(text, stemsIn(text));

describe('stemsWithOtherNames', () => {
  it.each([
    ['UN envoys came.', 'United Nations'],
    ['The U.S. paid.', 'United States'],
    ['The United Nations paid.', 'UN'],
  ])('finds in %j what %j is called', (text, other) => {
    expect(stemsIn(other).every((stem) => held(text).has(stem))).toBe(true);
  });

  it('takes no word of small letters for a name', () => {
    expect(held('They told us who paid.').has(stemsIn('States')[0] ?? '')).toBe(false);
  });
});
