import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { type Document, refOf } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { Span } from '../../domain/span.ts';
import { refWords } from '../cited-text.ts';
import { refShape } from '../schemas.ts';
import { READS_ARCHIVE, runTool, type ToolParts } from './tool.ts';
import { quotedLines } from './words.ts';

// Most articles are shorter; a longer one is read on from where the piece ends.
const DEFAULT_CHARS = 20_000;
const MAX_CHARS = 100_000;

const documentPiece = {
  ...refShape,
  author: z.string().nullable(),
  language: z.string().nullable(),
  start: z.int().min(0).describe('Where the piece begins in the text of the article, in UTF-16 code units'),
  end: z.int().min(0),
  totalChars: z.int().min(0).describe('Length of the whole text'),
  text: z.string().describe('The piece, exactly'),
};

/** `get_document`: the text that citations count in, in pieces. */
export function addGetDocumentTool(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'get_document',
    {
      title: 'Read an article',
      description: 'The text of an article of the archive, which all spans count in, whole or in pieces.',
      inputSchema: {
        documentId: z.string().max(100).describe('As citations and search results have it'),
        start: z.int().min(0).exactOptional().describe('0 unless told'),
        maxChars: z.int().min(2).max(MAX_CHARS).exactOptional().describe(`${DEFAULT_CHARS} unless told`),
      },
      outputSchema: documentPiece,
      annotations: READS_ARCHIVE,
    },
    ({ documentId, start = 0, maxChars = DEFAULT_CHARS }, extra) =>
      runTool({ parts, extra, gate: null }, async () => {
        const view = await parts.desk.document(documentId);
        if (view === null) {
          throw new CitedeskError('not-found', 'The index holds no document of this id.', {
            fix: 'Take the id from a citation or a search result.',
          });
        }
        return pieceOf(view.document, { start, end: start + maxChars });
      }),
  );
}

function pieceOf(document: Document, wanted: Span) {
  const { text: whole, author, language } = document;
  const { start, end } = wholeCharacters(whole, wanted);
  const text = whole.slice(start, end);
  const ref = refOf(document);
  const more = end < whole.length ? ` It goes on at ${end}.` : '';
  const head = `${refWords(ref)}. Characters ${start} to ${end} of ${whole.length}.${more}`;
  return {
    words: `${head}\n\n${quotedLines(text)}`,
    data: { ...ref, author, language, start, end, totalChars: whole.length, text },
  };
}

// A character of two code units is never cut: half of one is no text.
function wholeCharacters(text: string, { start, end }: Span): Span {
  const border = (at: number) => {
    const inside = Math.min(at, text.length);
    const code = text.charCodeAt(inside);
    return code >= 0xdc00 && code <= 0xdfff ? inside - 1 : inside;
  };
  return { start: border(start), end: border(end) };
}
