import { Parser } from 'htmlparser2';
import type { RawBlock } from '../../ingest/raw-block.ts';
import { HtmlBlockBuilder } from './html-blocks.ts';
import { HtmlHeadReader, type PageHead } from './html-head.ts';
import { isBlockTag } from './html-tags.ts';

/** A page read once: what it says of itself and its blocks, furniture and all. */
export interface HtmlPage {
  readonly head: PageHead;
  readonly blocks: RawBlock[];
}

/**
 * Browsers stop nesting at this depth too (Chromium, `kMaximumHTMLParserDOMTreeDepth`); the parser's
 * own work grows with the square of the depth.
 */
const MAX_DEPTH = 512;

/** Reads a page in one pass, linear in its length; a page nested beyond reason is flattened first. */
export function readHtmlPage(html: string): HtmlPage {
  return readNested(html) ?? readNested(flatten(html)) ?? { head: new HtmlHeadReader().finish(), blocks: [] };
}

/** The text of a piece of HTML: entities as characters, tags gone. */
export function htmlText(html: string): string {
  let all = '';
  const parser = new Parser({
    ontext: (text) => {
      all += text;
    },
  });
  parser.end(html);
  return all;
}

/** Null where the page is nested deeper than `MAX_DEPTH`. */
function readNested(html: string): HtmlPage | null {
  const blocks = new HtmlBlockBuilder();
  const head = new HtmlHeadReader();
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      blocks.open(tag, attributes);
      head.open(tag, attributes);
    },
    onclosetag: (tag) => {
      blocks.close(tag);
      head.close(tag);
    },
    ontext: (text) => {
      blocks.text(text);
      head.text(text);
    },
    oncomment: (comment) => head.comment(comment),
  });
  for (const part of partsOf(html)) {
    parser.write(part);
    if (blocks.depth > MAX_DEPTH) return null;
  }
  parser.end();
  return { head: head.finish(), blocks: blocks.finish() };
}

/** Parts small enough that no nesting within one can grow dear. */
function* partsOf(html: string): Iterable<string> {
  const chars = 16_384;
  for (let from = 0; from < html.length; from += chars) yield html.slice(from, from + chars);
}

// What must stay markup: text that is not shown, and what the page says of itself.
const KEPT_TAGS = new Set(['script', 'style', 'title', 'meta', 'link', 'br']);

/** The page without nesting: block elements become empty lines, all others nothing. */
function flatten(html: string): string {
  return html.replace(/<\/?([a-z][a-z0-9-]*)[^<>]*>/gi, (tag: string, name: string) => {
    const lower = name.toLowerCase();
    if (KEPT_TAGS.has(lower)) return tag;
    return isBlockTag(lower) ? '<br><br>' : '';
  });
}
