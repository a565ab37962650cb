import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePostings,
  encodePostings,
  PostingsBuilder,
} from '../../../../src/adapters/storage/term-postings.ts';

const passages = fc.array(
  fc.array(fc.constantFrom('a', 'b', 'Ж', 'harbour', '1200', '🦢'), { maxLength: 12 }),
  {
    maxLength: 20,
  },
);

function build(lists: readonly (readonly string[])[]) {
  const builder = new PostingsBuilder();
  for (const terms of lists) builder.add(terms);
  return builder.finish();
}

describe('PostingsBuilder', () => {
  it('counts each term of each passage, passages ascending', () => {
    fc.assert(
      fc.property(passages, (lists) => {
        const { vocabulary, starts, passages: numbers, counts, lengths } = build(lists);
        expect([...lengths]).toEqual(lists.map((terms) => terms.length));
        expect(new Set(vocabulary)).toEqual(new Set(lists.flat()));
        for (const [number, term] of vocabulary.entries()) {
          const found = Array.from({ length: (starts[number + 1] ?? 0) - (starts[number] ?? 0) }, (_, at) => {
            const place = (starts[number] ?? 0) + at;
            return [numbers[place], counts[place]];
          });
          const expected = lists.flatMap((terms, passage) => {
            const count = terms.filter((other) => other === term).length;
            return count === 0 ? [] : [[passage, count]];
          });
          expect(found).toEqual(expected);
        }
      }),
    );
  });

  it('stops counting at 255', () => {
    const { counts, lengths } = build([Array.from({ length: 1_000 }, () => 'harbour')]);
    expect([...counts]).toEqual([255]);
    expect([...lengths]).toEqual([1_000]);
  });
});

describe('the file of postings', () => {
  it('gives back what was written, wherever its bytes lie in memory', () => {
    fc.assert(
      fc.property(passages, fc.integer({ min: 0, max: 7 }), (lists, offset) => {
        const postings = build(lists);
        const bytes = encodePostings(postings);
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        expect(decodePostings(moved.subarray(offset))).toEqual(postings);
      }),
    );
  });

  it('is refused when it is cut short', () => {
    const bytes = encodePostings(build([['a', 'b'], ['b']]));
    for (let length = 0; length < bytes.length - 1; length++) {
      expect(() => decodePostings(bytes.subarray(0, length)), String(length)).toThrow('damaged');
    }
  });
});
