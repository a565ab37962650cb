import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection, CollectionQuestion } from './collection.ts';
import { parseCsv } from './csv.ts';
import { readZip } from './zip.ts';

/**
 * SciFact (Wadden et al. 2020): 5,183 abstracts, the 300 claims of the validation part; relevant is
 * what a claim cites. The same questions and judgements as the test part of BEIR (Thakur et al. 2021).
 */
export async function loadScifact(dataDir: string): Promise<Collection> {
  const files = readZip(await readFile(join(dataDir, 'scifact', 'scifact.zip')));
  const rows = (name: string) => parseCsv(files.get(name) ?? '');
  return {
    name: 'SciFact',
    texts: rows('corpus_train.csv').map((row) => ({
      id: row['doc_id'] ?? '',
      title: row['title'] ?? null,
      text: printedStrings(row['abstract'] ?? '').join(' '),
      publishedAt: null,
    })),
    questions: claims(rows('claims_validation.csv')),
  };
}

/** A claim has one row for each sentence that bears on it. */
function claims(rows: readonly Record<string, string>[]): CollectionQuestion[] {
  const byId = new Map<string, CollectionQuestion>();
  for (const row of rows) {
    const id = row['id'] ?? '';
    const cited = row['cited_doc_ids']?.match(/\d+/g) ?? [];
    if (cited.length > 0)
      byId.set(id, { id, question: row['claim'] ?? '', judged: new Map(cited.map((doc) => [doc, 1])) });
  }
  return [...byId.values()];
}

/** The strings of a list as numpy prints it: parted by line breaks, quoted either way as Python's repr does. */
export function printedStrings(list: string): string[] {
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)].map(([, single, double]) =>
    (single ?? double ?? '')
      .replace(/\\(['"\\])/g, '$1')
      .replace(/\\[nt]/g, ' ')
      .trim(),
  );
}
