import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadScifact } from '../../evals/collections/scifact.ts';
import { loadTime } from '../../evals/collections/time.ts';
import type { BenchOptions } from '../benchmark.ts';
import { type Article, articleFile, generateArticle } from './articles.ts';

// Passages that an article gives on average; only the size of the corpus hangs on it.
const PASSAGES_PER_ARTICLE = { generated: 7, public: 2.7 } as const;

/** Paragraphs of about five sentences: the collections hold each article as one run of text. */
function paragraphsOf(text: string): string[] {
  return text.match(/(?:[^.]*\.){1,5}[^.]*$|(?:[^.]*\.){5}/g) ?? [text];
}

async function publicArticles(): Promise<Article[]> {
  const dataDir = process.env['CITEDESK_EVAL_DATA'];
  if (dataDir === undefined) {
    throw new Error('--texts public needs CITEDESK_EVAL_DATA, the folder of the judged sets.');
  }
  const collections = await Promise.all([loadTime(dataDir), loadScifact(dataDir)]);
  return collections.flatMap(({ name, texts }) =>
    texts.map(({ id, title, text, publishedAt }) => ({
      title: title ?? `${name} ${id}`,
      publishedAt: publishedAt ?? '1963-01-01',
      paragraphs: paragraphsOf(text),
    })),
  );
}

/** At most so many articles; the public collections may have fewer. */
async function articlesOf({ texts, seed }: BenchOptions, count: number): Promise<Article[]> {
  if (texts === 'public') return (await publicArticles()).slice(0, count);
  // Seeds of two corpora must not meet.
  return Array.from({ length: count }, (_, at) => generateArticle(seed * 1_000_000 + at));
}

/** Writes a corpus of about so many passages into a new folder; returns its number of files. */
export async function writeCorpus(dir: string, options: BenchOptions, passages: number): Promise<number> {
  const articles = await articlesOf(options, Math.ceil(passages / PASSAGES_PER_ARTICLE[options.texts]));
  await mkdir(dir, { recursive: true });
  for (const [at, article] of articles.entries()) {
    const { name, text } = articleFile(article, at);
    await writeFile(join(dir, name), text);
  }
  return articles.length;
}
