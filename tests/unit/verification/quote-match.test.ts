import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuotation } from '../../../src/verification/quote-match.ts';
import { quotePattern } from '../../../src/verification/quote-pattern.ts';

const SOURCE =
  'Rain fell. “We intend to open the harbour bridge to lorries before the winter, whatever it costs,” Varga said. “The defence works can’t wait.”';

function match(quotation: string, text = SOURCE) {
  const found = matchQuotation(quotePattern(quotation), { text, offset: 0 });
  return (
    found && {
      verbatim: found.isVerbatim,
      at: text.slice(found.span.start, found.span.end),
      changes: found.changes.map(({ quote, source }) => [
        quotation.slice(quote.start, quote.end),
        text.slice(source.start, source.end),
      ]),
    }
  );
}

describe('matchQuotation', () => {
  it.each([
    ['as it stands', 'We intend to open the harbour bridge to lorries'],
    ['in another case', 'we INTEND to open the harbour bridge to lorries'],
    ['with an ellipsis', 'We intend to open the harbour bridge … whatever it costs'],
    ['with three dots', 'We intend to open the harbour bridge ... whatever it costs,'],
    ['with a bracketed letter', '[w]e intend to open the harbour bridge to lorries'],
    ['with a bracketed word for words', 'open [it] to lorries before the winter'],
    ['in American spelling', 'The defense works can’t wait'],
    ['with a contraction written out', 'The defence works cannot wait'],
  ])('takes a quotation %s for verbatim', (_, quotation) => {
    expect(match(quotation)).toMatchObject({ verbatim: true, changes: [] });
  });

  it.each([
    ['We intend to close the harbour bridge to lorries', [['close', 'open']]],
    ['We intend to open the harbour bridge to all lorries', [['all', '']]],
    ['open the bridge to lorries before the winter', [['', 'harbour']]],
    [
      'We intend to open the harbour bridge to boats before the summer',
      [
        ['boats', 'lorries'],
        ['summer', 'winter'],
      ],
    ],
  ])('names the changed words of %j', (quotation, changes) => {
    expect(match(quotation)).toMatchObject({ verbatim: false, changes });
  });

  it('counts its spans in the document', () => {
    const text = SOURCE.slice(11);
    const found = matchQuotation(quotePattern('before the winter'), { text, offset: 11 });
    expect(found && SOURCE.slice(found.span.start, found.span.end)).toBe('before the winter');
  });

  it('finds nothing that shares no word', () => {
    expect(match('Herring soup')).toBeNull();
  });

  it('is verbatim for whatever is cut out of the source', () => {
    const list = SOURCE.split(' ');
    const cut = fc.tuple(fc.nat(list.length - 2), fc.integer({ min: 2, max: 12 }));
    fc.assert(
      fc.property(cut, ([from, length]) => {
        expect(match(list.slice(from, from + length).join(' '))?.verbatim).toBe(true);
      }),
    );
  });

  it('holds for any two texts what it says of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (quotation, text) => {
        const found = matchQuotation(quotePattern(quotation), { text, offset: 0 });
        if (found === null) return;
        expect(found.similarity === 1).toBe(found.isVerbatim);
        expect(found.isVerbatim).toBe(found.changes.length === 0);
        expect(found.span.start).toBeLessThanOrEqual(found.span.end);
        expect(found.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
