import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlParser } from '../../src/adapters/parser/html-parser.ts';
import { markdownParser } from '../../src/adapters/parser/markdown-parser.ts';
import { textParser } from '../../src/adapters/parser/text-parser.ts';
import { chooseParser } from '../../src/ingest/choose-parser.ts';

const PAGES = fileURLToPath(new URL('pages/', import.meta.url));

/** What a golden folder promises of its source. */
export interface Golden {
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Absent where the source names none. */
  readonly publisher?: string | null;
  readonly warnings: readonly string[];
  /** Kind and text of each block. */
  readonly blocks: readonly (readonly [string, string])[];
}

export async function goldenNames(): Promise<string[]> {
  return (await readdir(PAGES)).sort();
}

export const goldenPath = (name: string): string => join(PAGES, name, 'expected.json');

export async function readGolden(name: string): Promise<unknown> {
  return JSON.parse(await readFile(goldenPath(name), 'utf8'));
}

/** What the program makes of a golden folder's source now. */
export async function parseGolden(name: string): Promise<Golden> {
  const file = (await readdir(join(PAGES, name))).find((entry) => entry.startsWith('source.')) ?? '';
  const parser = chooseParser([textParser, markdownParser, htmlParser], file);
  if (parser === null) throw new Error(`No parser for ${name}/${file}`);
  const bytes = await readFile(join(PAGES, name, file));
  const { text, blocks, ...said } = await parser.parse({ path: file, bytes });
  return { ...said, blocks: blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const) };
}
