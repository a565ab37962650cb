import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftSpanOf, fillIn } from '../../../src/verification/read-as.ts';

const DRAFT = 'Ivo Brandt spoke. He left on Monday, and his aide stayed.';
const text = DRAFT.slice(18);
const filledIn = [
  { at: { start: 0, end: 2 }, words: 'Ivo Brandt' },
  { at: { start: 23, end: 26 }, words: 'Ivo Brandt’s' },
];
const claim = { start: 18, end: DRAFT.length, text, readAs: fillIn(text, filledIn), filledIn };

const back = (words: string) => {
  const start = claim.readAs.indexOf(words);
  const span = draftSpanOf(claim, { start, end: start + words.length });
  return DRAFT.slice(span.start, span.end);
};

describe('a claim as it is read', () => {
  it('has its fillings in place', () => {
    expect(claim.readAs).toBe('Ivo Brandt left on Monday, and Ivo Brandt’s aide stayed.');
  });

  it.each([
    ['Ivo Brandt', 'He'],
    ['Brandt left', 'He left'],
    ['Monday', 'Monday'],
    ['Ivo Brandt’s aide', 'his aide'],
    ['stayed.', 'stayed.'],
    ['left on Monday, and Ivo', 'left on Monday, and his'],
  ])('leads from %j back to the draft', (words, expected) => {
    expect(back(words)).toBe(expected);
  });

  it('leads any span into the claim', () => {
    const offset = fc.nat(claim.readAs.length);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const span = draftSpanOf(claim, { start: Math.min(a, b), end: Math.max(a, b) });
        expect(span.start).toBeGreaterThanOrEqual(claim.start);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(claim.end);
      }),
    );
  });
});
