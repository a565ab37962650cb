import type { Parser } from '../../ports/parser.ts';
import { textParser } from './text-parser.ts';

/** Markdown with optional YAML front matter. */
export const markdownParser: Parser = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  parse: (input) => textParser.parse(input),
};
