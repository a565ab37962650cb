import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftReader } from '../../../../src/adapters/parser/draft-reader.ts';
import type { DraftFormat } from '../../../../src/domain/draft.ts';
import type { CheckState } from '../../../../web/src/check/check-state.ts';
import { draftNow, editedSource, readsAs } from '../../../../web/src/check/edited-source.ts';
import { type Edit, editedText } from '../../../../web/src/check/edits.ts';
import type { DraftInput } from '../../../../web/src/check/run-check.ts';

/** Words of a text, the nth of them, in the place of which others stand. */
function editOf(text: string, [struck, words, nth = 1]: readonly [string, string, number?]): Edit {
  let start = -1;
  for (let n = 0; n < nth; n++) start = text.indexOf(struck, start + 1);
  if (start < 0) throw new Error(`the fixture lacks: ${struck}`);
  return { start, end: start + struck.length, words };
}

type Change = Parameters<typeof editOf>[1];

function edited(source: string, format: DraftFormat, changes: readonly Change[]): string | null {
  const { text } = draftReader.read(source, format);
  const edits = changes.map((change) => editOf(text, change));
  const made = editedSource(source, text, { edits, format });
  // What the desk reads of it is the text with the same edits.
  if (made !== null) expect(readsAs(draftReader.read(made, format).text, editedText(text, edits))).toBe(true);
  return made;
}

describe('editedSource', () => {
  it.each<[string, string, Change, string]>([
    ['plain words', 'Made in 1751.', ['1751', '1571'], 'Made in 1571.'],
    ['words beside a link', '[Made](a.md) in 1751.', ['1751', '1571'], '[Made](a.md) in 1571.'],
    [
      'a sentence around one',
      'Made [here](a.md) in 1751.',
      ['Made here in 1751', 'Made here in 1571'],
      'Made [here](a.md) in 1571.',
    ],
    ['words of a link', 'See [the 1751 one](1751.md).', ['1751', '1571'], 'See [the 1571 one](1751.md).'],
    ['the second of two', 'In 1751, *and* in 1751.', ['1751', '1571', 2], 'In 1751, *and* in 1571.'],
    [
      'words with marks of their own',
      'It cost **41** crowns.',
      ['41', '18 [*] _a_'],
      'It cost **18 \\[\\*\\] \\_a\\_** crowns.',
    ],
    [
      'words over lines',
      'It cost 41\nmillion crowns.',
      ['41 million', '18 billion'],
      'It cost 18 billion crowns.',
    ],
  ])('changes %s in Markdown', (_, source, change, made) => {
    expect(edited(source, 'markdown', [change])).toBe(made);
  });

  it.each<[string, string, Change, string]>([
    ['plain words', '<p>Made in <b>1751</b>.', ['1751', '1571'], '<p>Made in <b>1571</b>.'],
    [
      'words with entities',
      '<p>She said &ldquo;A &amp; B&rdquo; won.',
      ['“A & B”', '“A < C”'],
      '<p>She said &ldquo;A &lt; C” won.',
    ],
    [
      'words, not attributes',
      '<p title="1751">Made in 1751.',
      ['1751', '1571'],
      '<p title="1751">Made in 1571.',
    ],
  ])('changes %s in HTML', (_, source, change, made) => {
    expect(edited(source, 'html', [change])).toBe(made);
  });

  it('makes several edits, in any order', () => {
    const source = '# Week\n\nMade in 1751, see [a](a.md). It cost 41 crowns.';
    const changes: Change[] = [
      ['41', '18'],
      ['1751', '1571'],
    ];
    expect(edited(source, 'markdown', changes)).toBe(source.replace('1751', '1571').replace('41', '18'));
  });

  it.each<[string, DraftFormat, Change]>([
    ['It cost 4<b>1</b> crowns.', 'html', ['41', '18']],
    ['It cost &#52;1 crowns.', 'html', ['41', '18']],
  ])('finds no place in %s', (source, format, change) => {
    expect(edited(source, format, [change])).toBeNull();
  });

  it('is the text with its edits where the draft is plain text', () => {
    const words = fc.array(fc.constantFrom('one', 'two', '41', '*a*', '<b>'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.string(), (parts, at, put) => {
        const text = parts.join(' ');
        const start = at % text.length;
        const edits = [{ start, end: Math.min(text.length, start + 3), words: put }];
        expect(editedSource(text, text, { edits, format: 'text' })).toBe(editedText(text, edits));
      }),
    );
  });

  it('is never another text than was meant, whatever the Markdown', () => {
    const part = fc.constantFrom(
      'one ',
      '41 ',
      '*41* ',
      '[41](41.md) ',
      '**one 41** ',
      '`41` ',
      '[one](u) ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat({ max: 5 }), (parts, nth) => {
        const source = parts.join('');
        const { text } = draftReader.read(source, 'markdown');
        const places = [...text.matchAll(/41/g)];
        const place = places[nth % Math.max(1, places.length)];
        if (place === undefined) return;
        edited(source, 'markdown', [['41', '1,571', (nth % places.length) + 1]]);
      }),
    );
  });
});

describe('draftNow', () => {
  const state = (text: string): CheckState => ({
    ...{ text, phase: 'checked', claimCount: 0, findings: [], ownCopies: [], failure: null },
  });
  const base = { name: 'a.md', date: '2026-05-03' };
  const markdown: DraftInput = { ...base, kind: 'text', text: 'Made [here](a.md) in 1751.' };
  const read = 'Made here in 1751.';

  it('is the draft as it came where nothing was taken over', () => {
    expect(draftNow(markdown, state(read), [])).toEqual({ draft: markdown, isInFormat: true });
  });

  it('keeps name, date and links of a draft whose words changed', () => {
    const draft = { ...markdown, text: 'Made [here](a.md) in 1571.' };
    const edits = [editOf(read, ['1751', '1571'])];
    expect(draftNow(markdown, state(read), edits)).toEqual({ draft, isInFormat: true });
  });

  it('is plain text, and says so, of a file that is no text', () => {
    const file: DraftInput = { ...base, name: 'a.docx', kind: 'bytes', bytes: new Blob(), mediaType: 'x/y' };
    const draft = { kind: 'text', text: 'Made here in 1571.', name: '', date: '2026-05-03' };
    const edits = [editOf(read, ['1751', '1571'])];
    expect(draftNow(file, state(read), edits)).toEqual({ draft, isInFormat: false });
  });
});
