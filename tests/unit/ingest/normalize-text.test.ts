import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText, oneLine } from '../../../src/ingest/normalize-text.ts';

describe('normalizeText', () => {
  it('makes every line end a line feed and every space a space', () => {
    expect(normalizeText('a\r\nb\rc\u2028d\u00a0e\u3000f')).toBe('a\nb\nc\nd e f');
  });

  it('composes letters, so that one word is one string', () => {
    expect(normalizeText('cafe\u0301')).toBe('café');
  });

  it('removes marks that hide, break or reorder words', () => {
    expect(normalizeText('in\u00advis\u200bible \u202etxet\u202c \u{e0041}')).toBe('invisible txet ');
  });

  it('keeps joiners, which Persian and emoji need', () => {
    expect(normalizeText('می\u200cخواهم 👨\u200d👩\u200d👧')).toBe('می\u200cخواهم 👨\u200d👩\u200d👧');
  });

  it('replaces half a surrogate pair', () => {
    expect(normalizeText('a\ud800b')).toBe('a\ufffdb');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});

it('oneLine leaves single spaces', () => {
  expect(oneLine('  a \n\t b  ')).toBe('a b');
});
