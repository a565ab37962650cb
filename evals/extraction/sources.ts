import { htmlMetadata } from '../../src/adapters/parser/html-metadata.ts';
import { readHtmlPage } from '../../src/adapters/parser/html-page.ts';
import { textBlocks } from '../../src/adapters/parser/text-blocks.ts';
import { withoutCaptions } from '../../src/ingest/clean/clean-page.ts';
import { decodeText } from '../../src/ingest/decode.ts';
import type { RawBlock } from '../../src/ingest/raw-block.ts';
import type { LabelledSource } from './fit-model.ts';
import { labeller } from './labels.ts';
import type { LabelledPage } from './pages.ts';
import { type PasteOptions, pastedText } from './pasted.ts';

/** A page's blocks that weights judge, with their labels. */
export function pageSource(page: LabelledPage): LabelledSource {
  const blocks = withoutCaptions(readHtmlPage(decodeText(page.html).text).blocks);
  const isArticle = labeller(page.articleBody);
  return { blocks, isContent: blocks.map(({ text }) => isArticle(text)) };
}

// People copy from about the headline to somewhere in the boxes below the article.
const PASTED_BEFORE = 6;
const PASTED_AFTER = 25;

/**
 * The page as a person would paste it into a text file: the article with some of what stands before and
 * after it, tags gone.
 */
export function pastedPage(page: LabelledPage, options: PasteOptions): string {
  const { blocks } = readHtmlPage(decodeText(page.html).text);
  const isArticle = labeller(page.articleBody);
  const first = blocks.findIndex(({ text }) => isArticle(text));
  const last = blocks.findLastIndex(({ text }) => isArticle(text));
  return pastedText(blocks.slice(Math.max(0, first - PASTED_BEFORE), last + 1 + PASTED_AFTER), options);
}

/** A pasted page; its headline counts as content, since a text file has no other place for it. */
export function pastedSource(page: LabelledPage, options: PasteOptions): LabelledSource {
  const { head } = readHtmlPage(decodeText(page.html).text);
  const isArticle = labeller(page.articleBody);
  const title = folded(htmlMetadata(head).title ?? '');
  const blocks = textBlocks(pastedPage(page, options));
  return labelled(blocks, (text) => isArticle(text) || folded(text) === title);
}

/** Shapes that text files have. */
export const TEXT_SHAPES = ['plain', 'wrapped', 'opening', 'plain', 'capitals', 'note', 'untitled'] as const;

/** The article alone, or the start of it, in the given shape: all of it is content. */
export function cleanSource(page: LabelledPage, shape: (typeof TEXT_SHAPES)[number]): LabelledSource {
  const { head } = readHtmlPage(decodeText(page.html).text);
  const title = htmlMetadata(head).title ?? '';
  return labelled(textBlocks(shapedText(title, page.articleBody, shape)), () => true);
}

function shapedText(title: string, body: string, shape: (typeof TEXT_SHAPES)[number]): string {
  const paragraphs = body.split(/\n+/);
  const whole = [title, body].join('\n\n');
  switch (shape) {
    case 'plain':
      return whole;
    case 'wrapped':
      return wrap(whole);
    case 'capitals':
      return whole.toUpperCase();
    case 'untitled':
      return body;
    case 'opening':
      return [title, ...paragraphs.slice(0, 3)].join('\n\n');
    case 'note':
      return [title, paragraphs.slice(0, 6).join(' ')].join('\n\n');
    default:
      return shape satisfies never;
  }
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
