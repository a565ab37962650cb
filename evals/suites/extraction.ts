import { htmlParser } from '../../src/adapters/parser/html-parser.ts';
import { type LabelledPage, loadPages } from '../extraction/pages.ts';
import { meanOverlap, type Overlap, shingleOverlap } from '../extraction/shingles.ts';
import type { EvalContext, Suite, SuiteResult } from '../suite.ts';

/** How much of an article survives cleaning, and how little else does. */
export const extractionSuite: Suite = {
  name: 'extraction',
  about: 'reading saved pages: 181 labelled news pages',
  run: runExtraction,
};

async function overlapOf({ id, html, articleBody }: LabelledPage): Promise<Overlap> {
  const { text } = await htmlParser.parse({ path: `${id}.html`, bytes: html });
  return shingleOverlap(articleBody, text);
}

async function runExtraction(context: EvalContext): Promise<SuiteResult> {
  if (context.dataDir === null) return { status: 'skipped', reason: 'No folder of evaluation data is set.' };
  const pages = await loadPages(context.dataDir);
  const rows = [];
  for (const heldOut of [false, true]) {
    const part = pages.filter((page) => page.heldOut === heldOut);
    const overlaps = [];
    for (const page of part) overlaps.push(await overlapOf(page));
    rows.push({ name: heldOut ? 'held out' : 'fitted to', pages: part.length, ...meanOverlap(overlaps) });
  }
  const unseen = rows.find((row) => row.name === 'held out');
  return {
    status: 'done',
    tables: [
      {
        title: 'Article text by runs of four words',
        columns: ['pages', 'n', 'precision', 'recall', 'F1'],
        rows: rows.map((row) => [row.name, row.pages, row.precision, row.recall, row.f1]),
      },
    ],
    floors: [{ what: 'F1 on held-out pages', value: unseen?.f1 ?? 0, atLeast: 0.95 }],
  };
}
