import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareScored, TopScored } from '../../../../src/adapters/storage/top-scored.ts';

it('keeps what sorting everything would keep', () => {
  const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (scores, limit) => {
      const all = scores.map((value, at) => ({ id: `p${(at * 7919) % 1000}.${at}`, score: value }));
      const top = new TopScored(limit);
      for (const { id, score: value } of all) top.offer(id, value);
      expect(top.list()).toEqual(all.sort(compareScored).slice(0, limit));
    }),
  );
});
