import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/text/sentences.ts';

function split(text: string, options = {}): string[] {
  return sentences(text, options).map(({ start, end }) => text.slice(start, end));
}

/** The sentences are given as they should come out; they are joined by blanks and split again. */
function expectWhole(...expected: string[]): void {
  expect(split(expected.join(' '))).toEqual(expected);
}

describe('sentences', () => {
  it('end at stops, questions and exclamations', () => {
    expectWhole('It rained.', 'Why?', 'Nobody knows!', 'They left');
  });

  it('go on after titles, initials and abbreviations', () => {
    expectWhole('Gen. J. K. Smith met Mr. Jones and Dr. Lee.', 'They spoke.');
    expectWhole('George W. Bush and A. A. Milne never met.');
    expectWhole('The U.S. Army and Acme Inc. signed, e.g. Norway v. Sweden.', 'He left.');
    expectWhole('Mrs. A. Smith, Ph.D., moved to St. Louis.', 'It was No. 5 on Jan. 5, see fig. 3.');
  });

  it('end after an abbreviation that closes a sentence', () => {
    expectWhole('He moved to the U.S.', 'The rest stayed.');
    expectWhole('It was bought by Acme Inc.', 'They sold it again.');
    expectWhole('She said no.', 'Then she left.');
    expectWhole('He prefers modern art.', 'Few do.');
    expectWhole('They chose Plan B.', 'The plan failed.');
  });

  it('know the time of day', () => {
    expectWhole('It begins at 5 p.m. Monday or 9 a.m. EST.', 'Doors close at 6 p.m.', 'Police will watch.');
  });

  it('keep figures and addresses whole', () => {
    expectWhole('It rose 3.5 per cent to $1.2m.', 'See example.com for more.');
  });

  it('take closing quotes and brackets with them', () => {
    expectWhole('"I will go."', 'He left.', '(She stayed.)', 'They met.');
    expectWhole('“It is over.”', '‘Is it?’', 'It was.');
  });

  it('go on after a quotation to its speaker', () => {
    expectWhole('“Why?” she asked.', '"Stop!" he said.', '"Why now?" Mayor Ann Smith asked.');
  });

  it('take ellipses as they stand', () => {
    expectWhole('He waited... and waited … still.', 'Well...', 'Nothing came.');
  });

  it('keep the label of a list item with it', () => {
    expectWhole('1. Open the tap.', '2. Close it.', '10. Leave.');
    expect(split('1. One\n12. Twelve\na. A letter')).toEqual(['1. One', '12. Twelve', 'a. A letter']);
  });

  it('take note references with them', () => {
    expectWhole('He died.[12]', 'War began.¹', 'It ended.');
  });

  it('read text in capitals with marks set apart', () => {
    expectWhole('THE U.S . FIRST SENT GEN . KHANH ON DEC . 28 .', 'THEN WHAT ?', 'IT FAILED .');
  });

  it('read text without capitals', () => {
    expectWhole('it was late.', 'nobody came.');
    expectWhole('an experiment was made .', 'see fig . 3 .', 'the results were good .');
  });

  it('read marks of other scripts', () => {
    expect(split('今日は雨。明日は晴れ！本当？はい')).toEqual([
      '今日は雨。',
      '明日は晴れ！',
      '本当？',
      'はい',
    ]);
    expectWhole('كيف حالك؟', 'أنا بخير.', 'यह है।', 'वह था।');
  });

  it('end at a line break, or only at an empty line where lines are wrapped', () => {
    const text = 'A headline\nA sentence that\ngoes on.\n \nAnother';
    expect(split(text)).toEqual(['A headline', 'A sentence that', 'goes on.', 'Another']);
    expect(split(text, { singleBreaks: false })).toEqual([
      'A headline\nA sentence that\ngoes on.',
      'Another',
    ]);
  });

  it('are none in a blank text', () => {
    expect(sentences(' \n\t \n')).toEqual([]);
  });

  it('hold everything but white space, in order, trimmed, none overlapping', () => {
    const piece = fc.constantFrom(
      '.',
      '!',
      '?',
      '…',
      '"',
      '”',
      ')',
      ' ',
      '\n',
      'a',
      'B',
      '7',
      'Mr',
      'U.S',
      '。',
      '📰',
      '[1]',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), fc.boolean(), (text, singleBreaks) => {
        let last = 0;
        for (const { start, end } of sentences(text, { singleBreaks })) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  // Time that grew with the square would take minutes here, and the runner's limit is seconds.
  it.each(['.', '"', '."', '. ', '?a', 'A. ', 'Mr. ', '\n', '\n ', '[1', '。', ' .'])(
    'stays linear on 300,000 characters of %j',
    (piece) => {
      const text = `${piece.repeat(300_000 / piece.length)}a`;
      expect(sentences(text).length).toBeGreaterThan(0);
      expect(sentences(text, { singleBreaks: false }).length).toBeGreaterThan(0);
    },
  );
});
