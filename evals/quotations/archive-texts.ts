import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadNewsTexts } from '../checking/news-texts.ts';
import type { CollectionText } from '../collections/collection.ts';
import { loadTime } from '../collections/time.ts';

/** An archive, and texts of the same kind that are not in it. */
export interface ArchiveTexts {
  readonly archive: readonly CollectionText[];
  readonly heldOut: readonly CollectionText[];
}

/** Of the cited pages this share stays outside: what they quote, no article of the archive has. */
const HELD_OUT_EVERY = 4;

/** Real texts of public sets up to `count`, news first: whole articles, cited pages, snippets of newswire. */
export async function loadArchiveTexts(dataDir: string, count: number): Promise<ArchiveTexts> {
  const [news, pages, references, ...rest] = await Promise.all([
    loadNewsTexts(dataDir),
    loadCitedPages(dataDir),
    loadReferences(dataDir),
    loadSmallCase(dataDir),
    loadMagazine(dataDir),
    loadSnippets(dataDir),
    loadAnswers(dataDir),
  ]);
  const isOut = (index: number) => index % HELD_OUT_EVERY === 0;
  const kept = (list: readonly CollectionText[]) => list.filter((_, index) => !isOut(index));
  const archive = distinct([...news, ...kept(pages), ...kept(references), ...rest.flat()]).slice(0, count);
  const heldOut = [...pages, ...references].filter((one) => !archive.includes(one));
  return { archive, heldOut };
}

const textOf = (id: string, text: string): CollectionText => ({ id, title: null, text, publishedAt: null });

function distinct(list: readonly CollectionText[]): CollectionText[] {
  return [...new Map(list.map((one) => [one.text, one])).values()];
}

const jsonLines = <T>(file: string): T[] =>
  file
    .trim()
    .split('\n')
    // The sets' own notes say what a line holds.
    .map((line) => JSON.parse(line) as T);

// WiCE: web pages that Wikipedia cites, a sentence a line.
async function loadCitedPages(dataDir: string): Promise<CollectionText[]> {
  const file = await readFile(join(dataDir, 'wice/claim_dev.jsonl'), 'utf8');
  const rows = jsonLines<{ evidence: readonly string[] }>(file);
  return rows.map(({ evidence }, index) =>
    textOf(`cited-${index}`, evidence.filter((line) => !line.startsWith('(meta data)')).join('\n')),
  );
}

async function loadReferences(dataDir: string): Promise<CollectionText[]> {
  const file = await readFile(join(dataDir, 'attributionbench/dev_all_subset_balanced.jsonl'), 'utf8');
  const rows = jsonLines<{ references: readonly string[] }>(file);
  return rows.flatMap(({ references }, row) =>
    references.map((text, index) => textOf(`reference-${row}-${index}`, text)),
  );
}

// Articles of CNN and the Daily Mail whose capitals and quotation marks were folded.
async function loadSmallCase(dataDir: string): Promise<CollectionText[]> {
  const rows = jsonLines<{ article: string }>(
    await readFile(join(dataDir, 'qags/mturk_cnndm.jsonl'), 'utf8'),
  );
  return rows.map(({ article }, index) => textOf(`folded-${index}`, article));
}

async function loadMagazine(dataDir: string): Promise<readonly CollectionText[]> {
  const { texts } = await loadTime(dataDir);
  return texts.map((one) => ({ ...one, id: `magazine-${one.id}` }));
}

async function loadSnippets(dataDir: string): Promise<CollectionText[]> {
  const parts = await Promise.all(
    ['dev', 'train'].map((part) => readFile(join(dataDir, `rte/${part}.tsv`), 'utf8')),
  );
  const lines = parts.flatMap((part) => part.trim().split('\n').slice(1));
  return lines.map((line, index) => textOf(`snippet-${index}`, line.split('\t')[1] ?? ''));
}

async function loadAnswers(dataDir: string): Promise<CollectionText[]> {
  const rows = jsonLines<{ positive: readonly string[]; negative: readonly string[] }>(
    await readFile(join(dataDir, 'rgb/en_fact.json'), 'utf8'),
  );
  const texts = rows.flatMap(({ positive, negative }) => [...positive, ...negative]);
  return texts.map((text, index) => textOf(`answer-${index}`, text));
}
