import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../../src/domain/errors.ts';
import { decodeText } from '../../../src/ingest/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, options: { readonly big: boolean; readonly mark: boolean }): Uint8Array {
  const marked = options.mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index++)
    view.setUint16(index * 2, marked.charCodeAt(index), !options.big);
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decodeText(utf8('Zürich – ok'))).toMatchObject({
      text: 'Zürich – ok',
      encoding: 'utf-8',
      warnings: [],
    });
    expect(decodeText(utf8('\ufeffZürich')).text).toBe('Zürich');
  });

  for (const big of [false, true]) {
    for (const mark of [false, true]) {
      it(`reads UTF-16 ${big ? 'BE' : 'LE'} ${mark ? 'with' : 'without'} a mark`, () => {
        for (const text of [
          'The vote was close.\nAgain.',
          'Привет, мир. Это текст.',
          '東京は雨です。\n明日も雨です。',
        ]) {
          const read = decodeText(utf16(text, { big, mark }));
          expect(read.text).toBe(text);
          expect(read.encoding).toBe(big ? 'utf-16be' : 'utf-16le');
        }
      });
    }
  }

  it('falls back to windows-1252 and says so', () => {
    const read = decodeText(bytesOf('caf\xe9 \x93open\x94 \x80 5'));
    expect(read).toMatchObject({ text: 'café “open” € 5', encoding: 'windows-1252' });
    expect(read.warnings).toHaveLength(1);
  });

  it('keeps UTF-8 with a broken byte readable', () => {
    const bytes = Uint8Array.from([...utf8('Привет, мир'), 0xff, ...utf8(' и дальше')]);
    expect(decodeText(bytes).text).toBe('Привет, мир� и дальше');
  });

  it('uses the encoding that a page declares', () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(decodeText(bytes, { declared: 'windows-1251' }).text).toBe('Привет');
    expect(decodeText(bytes, { declared: 'no-such-encoding' }).encoding).toBe('windows-1252');
  });

  it('cleans a stray zero byte out of a text', () => {
    expect(decodeText(utf8('One\0 two')).text).toBe('One two');
  });

  it('refuses what is no text, with a plain sentence', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    for (const bytes of [noise, new Uint8Array(4096), bytesOf(`PK\x03\x04${'\x01\x02'.repeat(99)}`)]) {
      expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'file-unsupported' }));
    }
    expect(() => decodeText(bytesOf('%PDF-1.7 rest'))).toThrow('The file holds a PDF, not text.');
  });

  it('gives text without control characters, whatever the bytes, or a CitedeskError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          const { text } = decodeText(bytes);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e\ufeff]/u);
          expect(text.isWellFormed()).toBe(true);
          expect(text).toBe(text.normalize('NFC'));
        } catch (error) {
          if (!(error instanceof CitedeskError)) throw error;
          expect(error.code).toBe('file-unsupported');
        }
      }),
    );
  });

  it('gives back any text that is written in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const plain = text.normalize('NFC').replace(/[^\p{L}\p{N} \n.,]/gu, '');
        expect(decodeText(utf8(`${plain} `)).text.trimEnd()).toBe(plain.trimEnd());
      }),
    );
  });
});
