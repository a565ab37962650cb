import { describe, expect, it } from 'vitest';
import { partClaim } from '../../../src/verification/main-clause.ts';

describe('partClaim', () => {
  it.each([
    [
      'The ferry stays in dock until May, which the council has yet to confirm.',
      'The ferry stays in dock until May',
      'which the council has yet to confirm',
    ],
    [
      'Lund wants to build a second pier, for which the state has found the money.',
      'Lund wants to build a second pier',
      'for which the state has found the money',
    ],
  ])('parts %j', (text, main, added) => {
    const parted = partClaim(text);
    const shown = [parted?.main, parted?.added].map((span) => span && text.slice(span.start, span.end));
    expect(shown).toEqual([main, added]);
  });

  it.each([
    'The ferry stays in dock until May.',
    'The ferry, which is old, stays in dock until May, the council said.',
    'The ferry stays, which is bad.',
  ])('leaves %j whole', (text) => {
    expect(partClaim(text)).toBeNull();
  });
});
