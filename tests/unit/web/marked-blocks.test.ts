import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote, type MarkedBlock, markedBlocks } from '../../../web/src/text/marked-blocks.ts';

const TEXT = 'Heading\n\nFirst one. Second one.\n\nLast.';
const BLOCKS = [
  { kind: 'heading', start: 0, end: 7 },
  { kind: 'paragraph', start: 9, end: 31 },
  { kind: 'paragraph', start: 33, end: 38 },
] as const;
const none = { active: null, others: [] };
const words = (blocks: readonly MarkedBlock[], mark: string) =>
  blocks.flatMap(({ pieces }) => pieces.filter((piece) => piece.mark === mark).map((piece) => piece.text));

describe('markedBlocks', () => {
  it('marks the cited words and nothing else', () => {
    const blocks = markedBlocks(TEXT, BLOCKS, {
      active: { start: 20, end: 31 },
      others: [{ start: 9, end: 19 }],
    });
    expect(words(blocks, 'active')).toEqual(['Second one.']);
    expect(words(blocks, 'other')).toEqual(['First one.']);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  it('marks a citation over a border in each of its blocks', () => {
    const blocks = markedBlocks(TEXT, BLOCKS, { active: { start: 27, end: 38 }, others: [] });
    expect(words(blocks, 'active')).toEqual(['one.', 'Last.']);
  });

  it('keeps the open citation whole under others that overlap it', () => {
    const others = [
      { start: 12, end: 22 },
      { start: 24, end: 40 },
    ];
    const blocks = markedBlocks(TEXT, BLOCKS, { active: { start: 15, end: 27 }, others });
    expect(words(blocks, 'active')).toEqual([TEXT.slice(15, 27)]);
  });

  it('shows text that no block holds, and survives blocks that overlap or run over the end', () => {
    const wrong = [
      { kind: 'heading', start: 0, end: 7 } as const,
      { kind: 'caption', start: 3, end: 99 } as const,
    ];
    const shown = markedBlocks(TEXT, wrong, none).map(({ pieces }) =>
      pieces.map((piece) => piece.text).join(''),
    );
    expect(shown).toEqual(['Heading', '\n\nFirst one. Second one.\n\nLast.']);
    expect(markedBlocks('', [], none)).toEqual([]);
  });

  it('shows every character once, whatever is marked', () => {
    const span = fc
      .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 4 }), (active, others) => {
        const shown = markedBlocks(TEXT, BLOCKS, { active, others });
        expect(shown.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n\n')).toBe(TEXT);
        const inBlocks = BLOCKS.map((block) =>
          TEXT.slice(Math.max(block.start, active.start), Math.min(block.end, active.end)),
        );
        expect(words(shown, 'active')).toEqual(inBlocks.filter((part) => part !== ''));
      }),
    );
  });
});

describe('locateQuote', () => {
  it('trusts the span while its words are there', () => {
    expect(locateQuote('one one one', { start: 4, end: 7, quote: 'one' })).toEqual({ start: 4, end: 7 });
  });

  it('finds words that moved, the nearest of several', () => {
    expect(locateQuote('x one, then: one', { start: 12, end: 15, quote: 'one' })).toEqual({
      start: 13,
      end: 16,
    });
    expect(locateQuote('one. And much later', { start: 9, end: 12, quote: 'one' })).toEqual({
      start: 0,
      end: 3,
    });
  });

  it('says so where they are gone', () => {
    expect(locateQuote('two', { start: 0, end: 3, quote: 'one' })).toBeNull();
    expect(locateQuote('two', { start: 0, end: 0, quote: '' })).toBeNull();
  });
});
