import { htmlParser } from '../../src/adapters/parser/html-parser.ts';
import { textParser } from '../../src/adapters/parser/text-parser.ts';
import type { BlockKind } from '../../src/domain/document.ts';
import type { Parser } from '../../src/ports/parser.ts';
import { type LabelledPage, loadPages } from '../extraction/pages.ts';
import { meanOverlap, type Overlap, shingleOverlap } from '../extraction/shingles.ts';
import { pastedPage } from '../extraction/sources.ts';
import type { EvalContext, Floor, Suite, SuiteResult } from '../suite.ts';

/** How much of an article survives cleaning, and how little else does. */
export const extractionSuite: Suite = {
  name: 'extraction',
  about: 'reading saved pages: 181 labelled news pages, as saved, as pasted text and as the article alone',
  run: runExtraction,
};

interface Reading {
  readonly name: string;
  readonly parser: Parser;
  readonly bytesOf: (page: LabelledPage, index: number) => Uint8Array;
  /** Kinds of blocks that the labels leave out of an article's body, whatever they say. */
  readonly without?: readonly BlockKind[];
  /** Of the held-out pages. */
  readonly floors: Partial<Overlap & { readonly f1: number }>;
}

const utf8 = new TextEncoder();

const READINGS: readonly Reading[] = [
  // Of the captions on the pages that weights are fitted to, the labels hold one in ten, of standfirsts one in four.
  {
    name: 'saved page',
    parser: htmlParser,
    bytesOf: ({ html }) => html,
    without: ['caption', 'standfirst'],
    floors: { f1: 0.96 },
  },
  {
    name: 'with captions and standfirst',
    parser: htmlParser,
    bytesOf: ({ html }) => html,
    floors: { recall: 0.95 },
  },
  {
    name: 'pasted text',
    parser: textParser,
    bytesOf: (page, index) => utf8.encode(pastedPage(page, { bullets: index % 2 === 0 })),
    floors: { recall: 0.95 },
  },
  {
    name: 'article alone',
    parser: textParser,
    bytesOf: ({ articleBody }) => utf8.encode(articleBody),
    floors: { recall: 0.98 },
  },
];

async function runExtraction(context: EvalContext): Promise<SuiteResult> {
  if (context.dataDir === null) return { status: 'skipped', reason: 'No folder of evaluation data is set.' };
  const pages = await loadPages(context.dataDir);
  const rows = [];
  const floors: Floor[] = [];
  for (const reading of READINGS) {
    for (const heldOut of [false, true]) {
      const part = pages.filter((page) => page.heldOut === heldOut);
      const mean = meanOverlap(await overlapsOf(part, reading));
      const { precision, recall, f1 } = mean;
      rows.push([reading.name, heldOut ? 'held out' : 'fitted to', part.length, precision, recall, f1]);
      if (heldOut) floors.push(...floorsOf(reading, mean));
    }
  }
  const columns = ['source', 'pages', 'n', 'precision', 'recall', 'F1'];
  return { status: 'done', tables: [{ title: 'Article text by runs of four words', columns, rows }], floors };
}

async function overlapsOf(pages: readonly LabelledPage[], reading: Reading): Promise<Overlap[]> {
  const { parser, bytesOf, without = [] } = reading;
  const overlaps: Overlap[] = [];
  for (const [index, page] of pages.entries()) {
    const path = `${page.id}${parser.extensions[0] ?? ''}`;
    const { text, blocks } = await parser.parse({ path, bytes: bytesOf(page, index) });
    const body = blocks.filter(({ kind }) => !without.includes(kind));
    const found = body.map(({ start, end }) => text.slice(start, end)).join('\n\n');
    overlaps.push(shingleOverlap(page.articleBody, found));
  }
  return overlaps;
}

function floorsOf({ name, floors }: Reading, mean: Overlap & { readonly f1: number }): Floor[] {
  const found: Floor[] = [];
  if (floors.f1 !== undefined)
    found.push({ what: `${name}: F1, held out`, value: mean.f1, atLeast: floors.f1 });
  if (floors.recall !== undefined) {
    found.push({ what: `${name}: recall, held out`, value: mean.recall, atLeast: floors.recall });
  }
  return found;
}
