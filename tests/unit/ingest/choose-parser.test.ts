import { expect, it } from 'vitest';
import { chooseParser, extensionOf } from '../../../src/ingest/choose-parser.ts';
import type { Parser } from '../../../src/ports/parser.ts';

const parser: Parser = {
  name: 'text',
  extensions: ['.txt'],
  parse: () => Promise.reject(new Error('not asked')),
};

it('chooses by extension, whatever its case', () => {
  expect(chooseParser([parser], 'a/b/Ein Bericht.TXT')).toBe(parser);
  expect(chooseParser([parser], 'a/b.pdf')).toBeNull();
});

it('takes no extension from a folder or a hidden file', () => {
  expect(extensionOf('v1.2/readme')).toBe('');
  expect(extensionOf('.txt')).toBe('');
  expect(extensionOf('отчёт.tar.Gz')).toBe('.gz');
});
