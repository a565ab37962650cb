import { htmlMetadata } from '../../src/adapters/parser/html-metadata.ts';
import { readHtmlPage } from '../../src/adapters/parser/html-page.ts';
import { textBlocks } from '../../src/adapters/parser/text-blocks.ts';
import { decodeText } from '../../src/ingest/decode.ts';
import type { RawBlock } from '../../src/ingest/raw-block.ts';
import type { LabelledSource } from './fit-model.ts';
import { labeller } from './labels.ts';
import type { LabelledPage } from './pages.ts';
import { pastedText } from './pasted.ts';

/** A page's blocks with their labels. */
export function pageSource(page: LabelledPage): LabelledSource {
  const { blocks } = readHtmlPage(decodeText(page.html).text);
  const isArticle = labeller(page.articleBody);
  return { blocks, isContent: blocks.map(({ text }) => isArticle(text)) };
}

// People copy from about the headline to somewhere in the boxes below the article.
const PASTED_BEFORE = 6;
const PASTED_AFTER = 25;

/**
 * The page as a person would paste it into a text file: the article with some of what stands before and
 * after it, tags gone. Its headline counts as content, since a text file has no other place for it.
 */
export function pastedSource(page: LabelledPage, options: { readonly bullets: boolean }): LabelledSource {
  const { head, blocks } = readHtmlPage(decodeText(page.html).text);
  const isArticle = labeller(page.articleBody);
  const title = folded(htmlMetadata(head).title ?? '');
  const first = blocks.findIndex(({ text }) => isArticle(text));
  const last = blocks.findLastIndex(({ text }) => isArticle(text));
  const part = blocks.slice(Math.max(0, first - PASTED_BEFORE), last + 1 + PASTED_AFTER);
  return labelled(textBlocks(pastedText(part, options)), (text) => isArticle(text) || folded(text) === title);
}

/** The article alone under its headline: all of it is content, in the given shape. */
export function cleanSource(page: LabelledPage, shape: 'plain' | 'wrapped' | 'capitals'): LabelledSource {
  const { head } = readHtmlPage(decodeText(page.html).text);
  const text = [htmlMetadata(head).title ?? '', page.articleBody].join('\n\n');
  const shaped = { plain: text, wrapped: wrap(text), capitals: text.toUpperCase() }[shape];
  return labelled(textBlocks(shaped), () => true);
}

function labelled(blocks: RawBlock[], isContent: (text: string) => boolean): LabelledSource {
  return { blocks, isContent: blocks.map(({ text }) => isContent(text)) };
}

function wrap(text: string): string {
  return text.replace(/[^\n]{1,72}(?:[ ]|$)/gm, (line) => `${line.trimEnd()}\n`);
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
