import { Marked } from 'marked';
import { cleanBlocks } from '../../ingest/clean/clean-blocks.ts';
import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks, type RawBlock } from '../../ingest/raw-block.ts';
import { cleanTitle } from '../../ingest/stated-metadata.ts';
import type { Parser } from '../../ports/parser.ts';
import { splitFrontMatter } from './front-matter.ts';
import { accessOf, metadataOf } from './front-matter-metadata.ts';
import { readHtmlPage } from './html-page.ts';
import { textBlocks } from './text-blocks.ts';

/** Markdown (CommonMark with GitHub's tables) with optional YAML front matter. */
export const markdownParser: Parser = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  async parse({ bytes }) {
    const { text, warnings } = decodeText(bytes);
    const matter = splitFrontMatter(text);
    const stated = metadataOf(matter.fields);
    const { access, warnings: doubts } = accessOf(matter.fields);
    const read = markdownBlocks(matter.body);
    const kept = cleanBlocks(read ?? textBlocks(matter.body), { title: stated.title, isAuthored: true });
    return {
      ...stated,
      ...(access === undefined ? {} : { access }),
      title: stated.title ?? firstHeading(kept),
      ...joinBlocks(kept),
      warnings: [...warnings, ...matter.warnings, ...doubts, ...(read === null ? [TOO_DEEP] : [])],
    };
  },
};

/** A picture's text is its caption; a page shows it as such only in `figcaption`. */
const renderer = new Marked({
  renderer: { image: ({ text }) => `<figcaption>${escapeHtml(text)}</figcaption>` },
});

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const TOO_DEEP = 'The Markdown is nested too deep to be read as such; it was read as plain text.';

/**
 * Rendered and read as a page, so that raw HTML in it is treated as in one; then freed of the page. Null
 * where the renderer, which calls itself for every level, runs out of stack.
 */
function markdownBlocks(markdown: string): RawBlock[] | null {
  let html: string;
  try {
    html = renderer.parse(markdown, { async: false, gfm: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return readHtmlPage(html).blocks.map((block) => ({ ...block, page: null }));
}

function firstHeading(blocks: readonly RawBlock[]): string | null {
  const first = blocks.find(({ kind }) => kind === 'heading');
  return cleanTitle(first?.text);
}
