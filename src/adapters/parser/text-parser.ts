import { cleanBlocks } from '../../ingest/clean/clean-blocks.ts';
import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks, type RawBlock } from '../../ingest/raw-block.ts';
import { cleanTitle } from '../../ingest/stated-metadata.ts';
import type { Parser } from '../../ports/parser.ts';
import { textBlocks } from './text-blocks.ts';
import { readTextHeader } from './text-header.ts';

/** Plain text: articles, and pages that a person pasted into a file. */
export const textParser: Parser = {
  name: 'text',
  extensions: ['.txt'],
  async parse({ bytes }) {
    const { text, warnings } = decodeText(bytes);
    const { body, ...stated } = readTextHeader(text);
    const kept = cleanBlocks(textBlocks(body), { title: stated.title });
    return { ...stated, title: stated.title ?? firstHeading(kept), ...joinBlocks(kept), warnings };
  },
};

/** The headline: the first block where it looks like one. */
function firstHeading(blocks: readonly RawBlock[]): string | null {
  const [first] = blocks;
  return first?.kind === 'heading' ? cleanTitle(first.text) : null;
}
