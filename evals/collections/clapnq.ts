import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection, CollectionText } from './collection.ts';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly passages: readonly { readonly title: string; readonly text: string }[];
}

/**
 * ClapNQ (Rosenthal et al. 2024): the passages of the development part, answerable and not, as one
 * pool; the 300 answerable questions, each with its passage. Equal passages are one text.
 */
export async function loadClapnq(dataDir: string): Promise<Collection> {
  const read = async (name: string) => parseRows(await readFile(join(dataDir, 'clapnq', name), 'utf8'));
  const answerable = await read('clapnq_dev_answerable.jsonl');
  const unanswerable = await read('clapnq_dev_unanswerable.jsonl');
  const ids = new Map<string, string>();
  const texts: CollectionText[] = [];
  for (const { title, text } of [...answerable, ...unanswerable].flatMap((row) => row.passages)) {
    if (ids.has(text)) continue;
    ids.set(text, String(texts.length));
    texts.push({ id: String(texts.length), title, text, publishedAt: null });
  }
  const questions = answerable.map((row) => ({
    id: row.id,
    question: row.input,
    judged: new Map(row.passages.map(({ text }) => [ids.get(text) ?? '', 1])),
  }));
  return { name: 'ClapNQ', texts, questions };
}

function parseRows(file: string): Row[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line));
}
