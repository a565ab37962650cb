import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPiece, diffWords } from '../../../../web/src/check/word-diff.ts';

const shown = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const both = (draft: string, source: string) => {
  const diff = diffWords(draft, source);
  return [shown(diff.draft), shown(diff.source)];
};

describe('diffWords', () => {
  it.each([
    [
      'It survived one shipwreck and a burglar, so it will survive us,',
      'It survived two shipwrecks and a burglar, so it will survive us',
      'It survived [one shipwreck] and a burglar, so it will survive us,',
      'It survived [two shipwrecks] and a burglar, so it will survive us',
    ],
    ['We paid 41,6 million', 'We paid 41.6 million', 'We paid [41,6] million', 'We paid [41.6] million'],
    ['the town’s – own', "The town's — own", 'the town’s – own', "The town's — own"],
    ['a  b\nc', 'a b c', 'a  b\nc', 'a b c'],
    ['We go.', 'We never go!', 'We go.', 'We [never] go!'],
    ['one two', 'three', '[one two]', '[three]'],
    ['', 'all new', '', '[all new]'],
    ['no, thanks', 'no thanks', 'no[,] thanks', 'no thanks'],
    ['她说不去', '她说去', '她说[不]去', '她说去'],
  ])('marks what differs between %j and %j', (draft, source, ours, theirs) => {
    expect(both(draft, source)).toEqual([ours, theirs]);
  });

  it('loses no character, and finds nothing between equals', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', ',', 'ß', '😀', '\n', "'", '1'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [a.join(''), b.join('')];
        const { draft, source } = diffWords(x, y);
        expect(draft.map((piece) => piece.text).join('')).toBe(x);
        expect(source.map((piece) => piece.text).join('')).toBe(y);
        expect(diffWords(x, x).draft.some(({ isChanged }) => isChanged)).toBe(false);
      }),
    );
  });

  it('marks the whole between the ends of texts too long for a table', () => {
    const words = (n: number) => Array.from({ length: 3_000 }, (_, at) => `w${at * n}`).join(' ');
    const { draft } = diffWords(`same ${words(2)} end`, `same ${words(3)} end`);
    expect(draft.length).toBeLessThanOrEqual(4);
  });
});
