import { htmlParser } from '../adapters/parser/html-parser.ts';
import { markdownParser } from '../adapters/parser/markdown-parser.ts';
import { textParser } from '../adapters/parser/text-parser.ts';
import { chooseParser } from '../ingest/choose-parser.ts';
import { decodeText } from '../ingest/decode.ts';
import type { Parser } from '../ports/parser.ts';

/** Every source format there is. */
export const parsers: readonly Parser[] = [textParser, markdownParser, htmlParser];

/**
 * The text of a draft that is to be checked: plain text, and what has no format of its own, as it
 * is; other formats as their clean text. Throws `file-unsupported` for bytes that are no text.
 */
export async function draftText(path: string, bytes: Uint8Array): Promise<string> {
  const parser = chooseParser(parsers, path);
  if (parser === null || parser === textParser) return decodeText(bytes).text;
  return (await parser.parse({ path, bytes })).text;
}
