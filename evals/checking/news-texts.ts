import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionText } from '../collections/collection.ts';
import { parseCsv } from '../collections/csv.ts';

/** News of three public sets as one archive: whole articles, and texts made of many stories' first sentences. */
export async function loadNewsTexts(dataDir: string): Promise<CollectionText[]> {
  const [pages, summarized, leads] = await Promise.all([
    loadPages(dataDir),
    loadSummarized(dataDir),
    loadLeads(dataDir),
  ]);
  return [...pages, ...summarized, ...leads];
}

const textOf = (id: string, text: string): CollectionText => ({ id, title: null, text, publishedAt: null });

async function loadPages(dataDir: string): Promise<CollectionText[]> {
  const file = await readFile(join(dataDir, 'article_extraction/ground-truth.json'), 'utf8');
  const pages: Record<string, { readonly articleBody: string }> = JSON.parse(file);
  return Object.entries(pages).map(([hash, page]) => textOf(`page-${hash.slice(0, 12)}`, page.articleBody));
}

async function loadSummarized(dataDir: string): Promise<CollectionText[]> {
  const rows = parseCsv(await readFile(join(dataDir, 'cliff/cliff_val.csv'), 'utf8'));
  const documents = [...new Set(rows.map((row) => row['doc'] ?? ''))].filter((text) => text !== '');
  return documents.map((text, index) => textOf(`summarized-${index}`, text));
}

// Each line is an id and a text; some lines are copies of others, of which one is enough here.
async function loadLeads(dataDir: string): Promise<CollectionText[]> {
  const lines = (await readFile(join(dataDir, 'minhash_near_dup/articles_1000.train'), 'utf8'))
    .trim()
    .split('\n');
  const texts = new Map(
    lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
  );
  return [...texts].map(([text, id]) => textOf(`leads-${id}`, text));
}
