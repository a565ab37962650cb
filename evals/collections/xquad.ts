import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from './collection.ts';

interface File {
  readonly data: readonly { readonly paragraphs: readonly Paragraph[] }[];
}

interface Paragraph {
  readonly context: string;
  readonly qas: readonly { readonly id: string; readonly question: string }[];
}

/** XQuAD English (Artetxe et al. 2020): 240 paragraphs, 1,190 questions, each with its paragraph. */
export async function loadXquad(dataDir: string): Promise<Collection> {
  const file: File = JSON.parse(await readFile(join(dataDir, 'xquad', 'xquad.en.json'), 'utf8'));
  const paragraphs = file.data.flatMap((article) => article.paragraphs);
  return {
    name: 'XQuAD',
    texts: paragraphs.map(({ context }, index) => ({
      id: String(index),
      title: null,
      text: context,
      publishedAt: null,
    })),
    questions: paragraphs.flatMap(({ qas }, index) =>
      qas.map(({ id, question }) => ({ id, question, judged: new Map([[String(index), 1]]) })),
    ),
  };
}
