import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editedText,
  editsFor,
  isEdited,
  previewOf,
  spanAfterEdits,
} from '../../../../web/src/check/edits.ts';
import { hullOf } from '../../../../web/src/check/review.ts';
import { citeOfWords, claimAt, reasonAt } from './claims.ts';

const TEXT =
  'It was made in 1751. “It survived one shipwreck,” said Bialik. The pool stays open. Nothing is known.';

const taken = (claim: Parameters<typeof editsFor>[0]) => editedText(TEXT, editsFor(claim));

describe('editsFor', () => {
  it('puts another value in the place of the draft’s', () => {
    const claim = claimAt(TEXT, 'It was made in 1751.', {
      verdict: 'contradicted',
      reasons: [reasonAt(TEXT, { code: 'date-mismatch', words: '1751', source: '1571' })],
      evidence: [citeOfWords('d1', 'The instrument was made in 1571.')],
    });
    expect(taken(claim)).toBe(TEXT.replace('1751', '1571'));
  });

  it('puts the words of a quotation, its last sign kept', () => {
    const claim = claimAt(TEXT, 'It survived one shipwreck,', {
      ...{ kind: 'quote', verdict: 'contradicted' },
      reasons: [reasonAt(TEXT, { code: 'quote-altered', words: 'one shipwreck', source: 'two shipwrecks' })],
      evidence: [citeOfWords('d1', 'It survived two shipwrecks.')],
    });
    expect(taken(claim)).toBe(TEXT.replace('one shipwreck', 'two shipwrecks'));
  });

  it('puts the right speaker, who stands beside the quotation', () => {
    const claim = claimAt(TEXT, 'It survived one shipwreck,', {
      ...{ kind: 'quote', verdict: 'contradicted' },
      reasons: [reasonAt(TEXT, { code: 'quote-misattributed', words: 'Bialik', source: 'Van Doorn' })],
    });
    const edits = editsFor(claim);
    expect(taken(claim)).toBe(TEXT.replace('Bialik', 'Van Doorn'));
    expect(previewOf(TEXT, hullOf(claim, edits), edits).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      ...['kept: It survived one shipwreck,” said ', 'struck: Bialik', 'written: Van Doorn'],
    ]);
  });

  it('puts the source’s sentence where a value alone would make none', () => {
    const claim = claimAt(TEXT, 'The pool stays open.', {
      verdict: 'contradicted',
      reasons: [reasonAt(TEXT, { code: 'negation-mismatch', words: 'open', source: 'closes' })],
      evidence: [citeOfWords('d1', 'The pool closes.')],
    });
    expect(taken(claim)).toBe(TEXT.replace('stays open', 'closes'));
  });

  it('has nothing to put for what is borne out, not checked or not found', () => {
    const evidence = [citeOfWords('d1', 'Known.')];
    const words = 'Nothing is known.';
    expect(editsFor(claimAt(TEXT, words, { evidence }))).toEqual([]);
    expect(editsFor(claimAt(TEXT, words, { evidence, verdict: 'not-checked' }))).toEqual([]);
    expect(editsFor(claimAt(TEXT, words, { verdict: 'unsupported' }))).toEqual([]);
  });
});

describe('spans after edits', () => {
  const edits = [
    { start: 2, end: 4, words: 'XXXX' },
    { start: 10, end: 12, words: '' },
  ];
  const text = '0123456789abcdef';

  it.each([
    [0, 2, '01'],
    [0, 4, '01XXXX'],
    [4, 10, '456789'],
    [3, 6, 'XXXX45'],
    [5, 11, '56789'],
    [12, 16, 'cdef'],
  ])('move %i to %i onto %s', (start, end, words) => {
    const span = spanAfterEdits({ start, end }, edits);
    expect(editedText(text, edits).slice(span.start, span.end)).toBe(words);
  });

  it('hold the same words as before wherever no edit touches them', () => {
    const cuts = fc
      .uniqueArray(fc.nat(40), { minLength: 6, maxLength: 6 })
      .map((all) => all.sort((a, b) => a - b));
    const words = fc.string({ maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 50 }), cuts, words, words, (whole, at, one, two) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
        const made = [
          { start: e, end: f, words: two },
          { start: a, end: b, words: one },
        ];
        const span = spanAfterEdits({ start: c, end: d }, made);
        expect(editedText(whole, made).slice(span.start, span.end)).toBe(whole.slice(c, d));
        expect(isEdited({ start: c, end: d }, made)).toBe(false);
        expect(isEdited({ start: a, end: c }, made)).toBe(true);
      }),
    );
  });
});
