import { cleanBlocks } from '../../ingest/clean/clean-blocks.ts';
import { decodeText } from '../../ingest/decode.ts';
import { isDateLine } from '../../ingest/iso-date.ts';
import { joinBlocks } from '../../ingest/raw-block.ts';
import { readAccess, strictest } from '../../ingest/stated-access.ts';
import type { Parser } from '../../ports/parser.ts';
import { splitFrontMatter } from './front-matter.ts';
import { htmlDescriptions, htmlMetadata } from './html-metadata.ts';
import { readHtmlPage } from './html-page.ts';
import { bylineByHeadline, shownAuthor } from './page-byline.ts';
import { dateByHeadline } from './page-date.ts';

/** Saved web pages: the article without the page around it. */
export const htmlParser: Parser = {
  name: 'html',
  extensions: ['.html', '.htm'],
  async parse({ bytes }) {
    const { text, warnings } = decodeText(bytes, { declared: declaredEncoding(bytes) });
    // Site generators write front matter over pages, too.
    const matter = splitFrontMatter(text);
    const { head, blocks } = readHtmlPage(matter.body);
    const said = [readAccess(matter.fields['access']), readAccess(head.meta.get('citedesk:access'))];
    const access = strictest(said.map((one) => one.access));
    const stated = htmlMetadata(head);
    const metadata = {
      ...stated,
      author: shownAuthor(stated.author, bylineByHeadline(blocks, stated.title)),
      publishedAt: stated.publishedAt ?? dateByHeadline(blocks, stated.title),
    };
    const { title, author } = metadata;
    const kept = cleanBlocks(blocks, { title, author, descriptions: htmlDescriptions(head) });
    return {
      ...metadata,
      ...(access === undefined ? {} : { access }),
      ...joinBlocks(kept.filter(({ text }) => !isDateLine(text))),
      warnings: [...warnings, ...said.flatMap((one) => one.warnings)],
    };
  },
};

/** The `charset` of a `meta` element; browsers look for it in the first 1,024 bytes, some pages need more. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  return /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ?? null;
}
