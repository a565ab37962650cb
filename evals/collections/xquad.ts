import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from './collection.ts';

interface Article {
  readonly paragraphs: readonly Paragraph[];
}

interface Paragraph {
  readonly context: string;
  readonly qas: readonly { readonly id: string; readonly question: string }[];
}

/** XQuAD English (Artetxe et al. 2020): 240 paragraphs, 1,190 questions, each with its paragraph. */
export async function loadXquad(dataDir: string): Promise<Collection> {
  const articles = await readArticles(dataDir);
  const paragraphs = articles.flatMap((article) => article.paragraphs.map((paragraph) => [paragraph]));
  return collectionOf('XQuAD', paragraphs);
}

/** The same as 48 articles of five paragraphs, each question with its article. */
export async function loadXquadArticles(dataDir: string): Promise<Collection> {
  const articles = await readArticles(dataDir);
  const paragraphs = articles.map((article) => article.paragraphs);
  return collectionOf('XQuAD articles', paragraphs);
}

async function readArticles(dataDir: string): Promise<readonly Article[]> {
  const file: { readonly data: readonly Article[] } = JSON.parse(
    await readFile(join(dataDir, 'xquad', 'xquad.en.json'), 'utf8'),
  );
  return file.data;
}

/** Each group of paragraphs is one text. */
function collectionOf(name: string, groups: readonly (readonly Paragraph[])[]): Collection {
  return {
    name,
    texts: groups.map((paragraphs, index) => ({
      id: String(index),
      title: null,
      text: paragraphs.map(({ context }) => context).join('\n\n'),
      publishedAt: null,
    })),
    questions: groups.flatMap((paragraphs, index) =>
      paragraphs.flatMap(({ qas }) =>
        qas.map(({ id, question }) => ({ id, question, judged: new Map([[String(index), 1]]) })),
      ),
    ),
  };
}
