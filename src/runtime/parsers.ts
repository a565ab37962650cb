import { declaredEncoding, htmlParser } from '../adapters/parser/html-parser.ts';
import { markdownParser } from '../adapters/parser/markdown-parser.ts';
import { textParser } from '../adapters/parser/text-parser.ts';
import { type DraftFormat, draftFormatOf } from '../domain/draft.ts';
import { chooseParser } from '../ingest/choose-parser.ts';
import { decodeText } from '../ingest/decode.ts';
import type { Parser } from '../ports/parser.ts';

/** Every source format there is. */
export const parsers: readonly Parser[] = [textParser, markdownParser, htmlParser];

/** A draft as the desk takes it. */
export interface DraftSource {
  readonly draft: string;
  readonly format: DraftFormat;
}

/**
 * A draft's file made what the desk takes: plain text, and what has no format of its own, as it is; formats
 * that hold no text themselves as the text that is read of them. Throws `file-unsupported` for bytes that
 * are no text.
 */
export async function draftSource(path: string, bytes: Uint8Array): Promise<DraftSource> {
  const format = draftFormatOf(path);
  const parser = chooseParser(parsers, path);
  if (format === 'text' && parser !== null && parser !== textParser)
    return { draft: (await parser.parse({ path, bytes })).text, format };
  const declared = format === 'html' ? { declared: declaredEncoding(bytes) } : {};
  return { draft: decodeText(bytes, declared).raw, format };
}
