import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Model } from '../../src/ingest/clean/classify.ts';
import type { Weights } from '../../src/ingest/clean/features.ts';
import { fitModel } from './fit-model.ts';
import { type LabelledPage, loadPages } from './pages.ts';
import { cleanSource, pageSource, pastedSource, TEXT_SHAPES } from './sources.ts';

// Fits the weights of the furniture classifier to the training pages and writes them as code:
//   CITEDESK_EVAL_DATA=DIR node evals/extraction/train.ts
// Pages that are held out take no part. `npm run citedesk -- eval extraction` then measures both.

const TARGET = fileURLToPath(new URL('../../src/ingest/clean/weights.ts', import.meta.url));

/** The model for saved pages. */
export function fitPageModel(pages: readonly LabelledPage[]): Model {
  return fitModel(pages.map(pageSource));
}

/** The model for pasted text: pasted pages, and the same articles alone in the shapes that text files have. */
export function fitTextModel(pages: readonly LabelledPage[]): Model {
  return fitModel([
    ...pages.map((page, index) => pastedSource(page, { bullets: index % 2 === 0 })),
    ...pages.map((page, index) => cleanSource(page, TEXT_SHAPES[index % TEXT_SHAPES.length] ?? 'plain')),
  ]);
}

function weightLines(weights: Weights): string {
  const lines = Object.entries(weights).map(([name, weight]) => `    ${name}: ${weight.toFixed(2)},\n`);
  return `{\n${lines.join('')}  }`;
}

function modelCode(name: string, about: string, { own, placed }: Model): string {
  return `/** ${about} */\nexport const ${name}: Model = {\n  own: ${weightLines(own)},\n  placed: ${weightLines(placed)},\n};\n`;
}

function weightsCode(pageModel: Model, textModel: Model): string {
  return [
    "import type { Model } from './classify.ts';\n",
    '// Written by evals/extraction/train.ts from the training half of the article extraction benchmark; do not edit.\n',
    modelCode('PAGE_MODEL', 'Weights for saved web pages.', pageModel),
    modelCode('TEXT_MODEL', 'Weights for plain text and Markdown, pasted pages among them.', textModel),
  ].join('\n');
}

if (import.meta.main) {
  const pages = (await loadPages(process.env['CITEDESK_EVAL_DATA'] ?? '')).filter(({ heldOut }) => !heldOut);
  await writeFile(TARGET, weightsCode(fitPageModel(pages), fitTextModel(pages)));
}
