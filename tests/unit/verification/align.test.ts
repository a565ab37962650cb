import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, GAP } from '../../../src/verification/align.ts';
import { compareTokens, type Token } from '../../../src/verification/compare-tokens.ts';

const tokens = compareTokens;
const wordsOf = (list: readonly Token[], [from, to]: readonly [number, number]) =>
  list
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ');

function changes(pattern: string, source: string): (readonly [string, string])[] {
  const [ours, theirs] = [tokens(pattern), tokens(source)];
  const alignment = align(ours, theirs);
  return (alignment?.changes ?? []).map((change) => [
    wordsOf(ours, change.pattern),
    wordsOf(theirs, change.source),
  ]);
}

// The same cost without windows or shortcuts, by the recurrence as the textbook has it.
function plainSimilarity(pattern: readonly Token[], source: readonly Token[]): number {
  const weight = pattern.reduce((sum, part) => sum + part.weight, 0);
  let row = Array.from({ length: source.length + 1 }, () => 0);
  for (const part of pattern) {
    const next = [(row[0] ?? 0) + part.weight];
    source.forEach((token, index) => {
      const worst = Math.max(part.weight, token.weight);
      const change = part.key === token.key ? 0 : part.stem === token.stem ? worst / 2 : worst;
      next.push(
        Math.min(
          (row[index] ?? 0) + change,
          (row[index + 1] ?? 0) + part.weight,
          (next[index] ?? 0) + token.weight,
        ),
      );
    });
    row = next;
  }
  return Math.max(0, 1 - Math.min(...row) / weight);
}

describe('align', () => {
  it('lays a run on its place, word for word', () => {
    const source = tokens('Rain fell. The crews opened the harbour bridge again on Monday.');
    expect(align(tokens('opened the harbour bridge'), source)).toEqual({
      similarity: 1,
      from: 4,
      to: 8,
      changes: [],
    });
  });

  it('names what was changed, dropped and put in', () => {
    const source = 'The crews slowly opened the harbour bridge again on Monday.';
    expect(changes('the crews opened the harbour bridge', source)).toEqual([['', 'slowly']]);
    expect(changes('crews slowly closed the harbour bridge', source)).toEqual([['closed', 'opened']]);
    expect(changes('opened the old harbour bridge', source)).toEqual([['old', '']]);
  });

  it('holds a changed last word for changed, not for dropped', () => {
    expect(changes('opened the harbour gate', 'They opened the harbour bridge.')).toEqual([
      ['gate', 'bridge'],
    ]);
  });

  it('lets a gap stand for words left out', () => {
    const pattern = [...tokens('the crews'), GAP, ...tokens('on Monday')] as const;
    const alignment = align(pattern, tokens('The crews opened the harbour bridge again on Monday.'));
    expect([alignment?.changes, (alignment?.similarity ?? 0) > 0.99]).toEqual([[], true]);
  });

  it('finds nothing where no word is shared', () => {
    expect(align(tokens('herring soup'), tokens('The bridge opened.'))).toBeNull();
    expect(align([], tokens('The bridge opened.'))).toBeNull();
  });

  it('agrees with the plain recurrence on texts that fit one window', () => {
    const word = fc.constantFrom('bridge', 'bridges', 'opened', 'harbour', 'the', 'of', 'rain', 'fell');
    const text = (min: number, max: number) =>
      fc.array(word, { minLength: min, maxLength: max }).map((list) => tokens(list.join(' ')));
    fc.assert(
      fc.property(text(1, 8), text(1, 18), (pattern, source) => {
        const alignment = align(pattern, source);
        if (alignment === null) return;
        expect(alignment.similarity).toBeCloseTo(plainSimilarity(pattern, source), 9);
      }),
    );
  });

  it('finds a run wherever it stands in a long text', () => {
    const filler = fc.array(fc.constantFrom('rain', 'fell', 'on', 'boats'), { maxLength: 400 });
    const pattern = tokens('crews opened the harbour bridge again');
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const source = tokens([...before, 'crews opened the harbour bridge again', ...after].join(' '));
        expect(align(pattern, source)).toMatchObject({
          similarity: 1,
          from: before.length,
          to: before.length + 6,
        });
      }),
    );
  });
});
