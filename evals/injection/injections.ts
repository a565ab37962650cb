import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../collections/csv.ts';

/** A text that carries instructions. */
export interface Injection {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** Words that a program which obeyed would say; empty where the set names none. */
  readonly wanted: readonly string[];
}

/** The Giskard set of prompt injections; null where the data folder does not hold it. */
export async function loadInjections(dataDir: string): Promise<Injection[] | null> {
  const read = (name: string) =>
    readFile(join(dataDir, 'giskard_prompt_injections', name), 'utf8').catch(() => null);
  const [prompts, meta] = await Promise.all([read('prompt_injections.csv'), read('giskard_meta_data.csv')]);
  if (prompts === null || meta === null) return null;
  const wanted = new Map(parseCsv(meta).map((row) => [row['index'], quotedStrings(row['expected_strings'])]));
  return parseCsv(prompts).map(({ index = '', group = '', prompt = '' }) => ({
    id: `g${index}`,
    group: group.toLowerCase(),
    text: prompt,
    wanted: wanted.get(index) ?? [],
  }));
}

// The set writes them as a Python tuple of strings.
function quotedStrings(tuple = ''): string[] {
  return [...tuple.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text);
}
