import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTime } from '../../evals/collections/time.ts';
import type { BenchOptions } from '../benchmark.ts';
import { type Article, articleFile, generateArticle } from './articles.ts';

// Passages that an article gives on average; only the size of the corpus hangs on it.
const PASSAGES_PER_ARTICLE = { generated: 6, time: 5 } as const;

function sentencesToParagraphs(text: string): string[] {
  return text.match(/(?:[^.]*\.){1,5}[^.]*$|(?:[^.]*\.){5}/g) ?? [text];
}

async function timeArticles(): Promise<Article[]> {
  const dataDir = process.env['CITEDESK_EVAL_DATA'];
  if (dataDir === undefined)
    throw new Error('--texts time needs CITEDESK_EVAL_DATA, the folder of the judged sets.');
  const { texts } = await loadTime(dataDir);
  return texts.map(({ id, text, publishedAt }) => ({
    title: `TIME ${id}`,
    publishedAt: publishedAt ?? '1963-01-01',
    paragraphs: sentencesToParagraphs(text),
  }));
}

async function articleSource({ texts, seed }: BenchOptions): Promise<(at: number) => Article> {
  // Seeds of two corpora must not meet.
  if (texts === 'generated') return (at) => generateArticle(seed * 1_000_000 + at);
  const articles = await timeArticles();
  return (at) => {
    const article = articles[at % articles.length];
    if (article === undefined) throw new Error('The TIME collection is empty.');
    return { ...article, title: `${article.title}, copy ${Math.floor(at / articles.length)}` };
  };
}

/** Writes a corpus of about so many passages into a new folder; returns its number of files. */
export async function writeCorpus(dir: string, options: BenchOptions, passages: number): Promise<number> {
  const article = await articleSource(options);
  const count = Math.ceil(passages / PASSAGES_PER_ARTICLE[options.texts]);
  await mkdir(dir, { recursive: true });
  for (let at = 0; at < count; at++) {
    const { name, text } = articleFile(article(at), at);
    await writeFile(join(dir, name), text);
  }
  return count;
}
