import { createDocxReader, isZip } from '../adapters/parser/draft-docx.ts';
import { declaredEncoding, htmlParser } from '../adapters/parser/html-parser.ts';
import { markdownParser } from '../adapters/parser/markdown-parser.ts';
import { textParser } from '../adapters/parser/text-parser.ts';
import { type DraftSource, draftFormatOf } from '../domain/draft.ts';
import { chooseParser } from '../ingest/choose-parser.ts';
import { decodeText } from '../ingest/decode.ts';
import type { DocxReader } from '../ports/draft-reader.ts';
import type { Parser } from '../ports/parser.ts';

/** Every source format there is. */
export const parsers: readonly Parser[] = [textParser, markdownParser, htmlParser];

/** Reads docx files. */
export const docxReader: DocxReader = createDocxReader();

/**
 * A draft's file made what the desk takes: plain text, and what has no format of its own, as it is; formats
 * that hold no text themselves as the text that is read of them; a docx file, which from standard input is
 * told by its bytes, as HTML. Throws `file-unsupported` for bytes that are no text, and as `DocxReader` does.
 */
export async function draftSource(
  path: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<DraftSource> {
  if (/\.docx$/i.test(path) || isZip(bytes)) return docxReader.read(bytes, signal);
  const format = draftFormatOf(path);
  const parser = chooseParser(parsers, path);
  if (format === 'text' && parser !== null && parser !== textParser)
    return { draft: (await parser.parse({ path, bytes })).text, format };
  const declared = format === 'html' ? { declared: declaredEncoding(bytes) } : {};
  return { draft: decodeText(bytes, declared).raw, format };
}
