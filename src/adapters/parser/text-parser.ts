import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks } from '../../ingest/raw-block.ts';
import type { Parser } from '../../ports/parser.ts';

/** Plain text and pasted pages. */
export const textParser: Parser = {
  name: 'text',
  extensions: ['.txt'],
  async parse({ bytes }) {
    const { text } = decodeText(bytes);
    const blocks = text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => ({ kind: 'paragraph' as const, text: part }));
    return {
      title: blocks[0]?.text.slice(0, 200) ?? null,
      author: null,
      publishedAt: null,
      url: null,
      language: null,
      warnings: [],
      ...joinBlocks(blocks),
    };
  },
};
