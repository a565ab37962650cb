import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks } from '../../ingest/raw-block.ts';
import type { Parser } from '../../ports/parser.ts';

/** Saved web pages. */
export const htmlParser: Parser = {
  name: 'html',
  extensions: ['.html', '.htm'],
  async parse({ bytes }) {
    const { document } = parseHTML(decodeText(bytes).text);
    // Readability's types ask for a browser's Document; linkedom's has what it uses.
    const article = new Readability(
      document as unknown as ConstructorParameters<typeof Readability>[0],
    ).parse();
    const blocks = (article?.textContent ?? '')
      .split(/\n+/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => ({ kind: 'paragraph' as const, text: part }));
    return {
      title: article?.title ?? null,
      author: article?.byline ?? null,
      publishedAt: null,
      url: null,
      language: article?.lang ?? null,
      warnings: [],
      ...joinBlocks(blocks),
    };
  },
};
