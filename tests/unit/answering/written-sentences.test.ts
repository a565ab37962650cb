import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSentenceReader, type WrittenSentence } from '../../../src/answering/written-sentences.ts';

function read(chunks: readonly string[], isWhole = true): WrittenSentence[] {
  const reader = createSentenceReader();
  const found = chunks.flatMap((chunk) => reader.push(chunk));
  return [...found, ...reader.end({ isWhole })];
}

const plain = (text: string, isWhole = true) =>
  read([text], isWhole).map(({ text: shown, numbers }) => [shown, ...numbers]);

describe('createSentenceReader', () => {
  it.each<readonly [string, string, readonly (readonly [string, ...number[]])[]]>([
    ['a citation before the stop', 'It opened in May [1].', [['It opened in May.', 1]]],
    [
      'a citation behind the stop',
      'It opened. [1] It closed. [2]',
      [
        ['It opened.', 1],
        ['It closed.', 2],
      ],
    ],
    ['several at one place', 'It opened [1][3].', [['It opened.', 1, 3]]],
    ['several in one bracket', 'It opened [2, 3].', [['It opened.', 2, 3]]],
    ['the same twice', 'It opened [2] in May [2].', [['It opened in May.', 2]]],
    ['citations within', 'It opened [1] and closed [2] again.', [['It opened and closed again.', 1, 2]]],
    [
      'one sentence a line',
      'It opened [1]\nIt closed [2]',
      [
        ['It opened', 1],
        ['It closed', 2],
      ],
    ],
    [
      'citations on the next line',
      'It opened.\n[1]\nIt closed.\n[2]',
      [
        ['It opened.', 1],
        ['It closed.', 2],
      ],
    ],
    [
      'citations that open a line',
      '[1] It opened.\n[2] It closed.',
      [
        ['It opened.', 1],
        ['It closed.', 2],
      ],
    ],
    [
      'list marks',
      '- It opened [1].\n2. It closed [2].',
      [
        ['It opened.', 1],
        ['It closed.', 2],
      ],
    ],
    ['bold print', '**It opened** in May [1].', [['It opened in May.', 1]]],
    ['other brackets', 'He "opened [sic] it" [^1] [1-3] [a] [1', [['He "opened [sic] it" [^1] [1-3] [a]']]],
    ['numbers that no passage has', 'It opened [0][99].', [['It opened.', 0, 99]]],
    ['quotation marks', '“It opened.” [4]', [['“It opened.”', 4]]],
    ['unseen characters', 'It\u202e op\u200bened\u0007 [1].', [['It opened.', 1]]],
    ['nothing', '', []],
    ['marks alone', '[1][2] .', []],
  ])('reads %s', (_, text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  it('leaves out the sentence that broke off', () => {
    expect(plain('It opened [1]. The repair cost 41', false)).toEqual([['It opened.', 1]]);
    expect(plain('It opened [1]. It cost 41 crowns [2].', false)).toHaveLength(2);
    expect(plain('It opened [1].\nIt cost 41 [', false)).toEqual([['It opened.', 1]]);
  });

  it('keeps the parts of a sentence with their citations', () => {
    expect(read(['It opened in May [1], and the repair cost 41 crowns [2][3].'])[0]?.parts).toEqual([
      { text: 'It opened in May', numbers: [1] },
      { text: 'and the repair cost 41 crowns', numbers: [2, 3] },
    ]);
  });

  it('gives a sentence as soon as the next line begins', () => {
    const reader = createSentenceReader();
    expect(reader.push('It opened [1].\n')).toEqual([]);
    expect(reader.push('I').map(({ text }) => text)).toEqual(['It opened.']);
  });

  it('gives a sentence of a long line before the line ends', () => {
    const reader = createSentenceReader();
    const found = reader.push(`It opened [1]. ${'It was a long wait for all of them. '.repeat(12)}`);
    expect(found[0]).toMatchObject({ text: 'It opened.', numbers: [1] });
    expect(found.length).toBeGreaterThan(3);
  });

  it('holds no more than its cap of a text without end', () => {
    const found = createSentenceReader().push('word '.repeat(2_000));
    expect(found.map(({ text }) => text.length)).toEqual([3_999, 3_999]);
  });

  it('reads the same whatever the chunks', () => {
    const word = fc.constantFrom(
      ...['The', 'bridge', 'opened', 'U.S.', 'Dr.', '3.5', '“Yes.”', '🌉', 'мост', '。', '*', '**', 'a', '?'],
    );
    const mark = fc.constantFrom('[1]', '[1][3]', '[2, 3]', '[', ']', '[9', '[sic]', '[1-2]', '[]', '[[1]]');
    const gap = fc.constantFrom(' ', '', '  ', '\n', '\n\n', '. ', '.', '.\n', '\t');
    const text = fc.array(fc.oneof(word, mark, gap), { maxLength: 120 }).map((parts) => parts.join(''));
    const cuts = fc.array(fc.nat(7), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, cuts, fc.boolean(), (written, lengths, isWhole) => {
        const whole = read([written], isWhole);
        expect(read(written.split(''), isWhole)).toEqual(whole);
        expect(read(chunked(written, lengths), isWhole)).toEqual(whole);
      }),
    );
  });

  it('loses no word and invents none', () => {
    const word = fc.constantFrom('The', 'bridge', 'opened.', 'Nobody', 'spoke', 'to', 'them.', '\n');
    const written = fc.array(fc.tuple(word, fc.constantFrom('', ' [1]', '[2]', ' [3, 4]')), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(written, (parts) => {
        const shown = read([parts.map(([text, cite]) => text + cite).join(' ')]);
        const words = parts.map(([text]) => text).filter((text) => text !== '\n');
        expect(shown.flatMap(({ text }) => text.split(' '))).toEqual(words);
      }),
    );
  });
});

function chunked(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += Math.max(length, chunks.length % 50 === 0 ? 1 : 0);
  }
  return chunks;
}
