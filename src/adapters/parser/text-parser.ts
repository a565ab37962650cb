import { cleanBlocks } from '../../ingest/clean/clean-blocks.ts';
import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks, type RawBlock } from '../../ingest/raw-block.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';
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

// Headlines in news run to some 16 words.
const MAX_TITLE_WORDS = 18;

/** The headline: the first block where it looks like one. */
function firstHeading(blocks: readonly RawBlock[]): string | null {
  const [first] = blocks;
  if (first === undefined) return null;
  const isLine = first.kind === 'paragraph' && blocks.length > 1 && !endsLikeSentence(first.text);
  const isTitle = first.kind === 'heading' || (isLine && first.text.split(' ').length <= MAX_TITLE_WORDS);
  return isTitle ? cleanTitle(first.text) : null;
}
