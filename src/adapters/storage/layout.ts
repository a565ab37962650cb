import { join } from 'node:path';

/** Names the current generation; replaced in one step. */
export const CURRENT_FILE = 'CURRENT';
export const MANIFEST_FILE = 'manifest.json';
export const DOCUMENTS_FILE = 'documents.jsonl';
export const TERMS_FILE = 'terms.bin';
/** Which documents retell one another; absent in indexes of older programs. */
export const STORIES_FILE = 'stories.json';

/** A vectra index of some thousand passages; shards are numbered from 0. */
export const shardFile = (number: number): string => `vectors-${String(number).padStart(4, '0')}.pb`;
export const isShardFile = (name: string): boolean => /^vectors-\d{4,}\.pb$/.test(name);

export const generationsFolder = (dir: string): string => join(dir, 'generations');
export const generationFolder = (dir: string, generation: string): string =>
  join(generationsFolder(dir), generation);

export const isGeneration = (name: string): boolean => /^g\d+$/.test(name);

/** The name after all these: names sort in the order in which they were made. */
export function nextGeneration(names: readonly string[]): string {
  const numbers = names.filter(isGeneration).map((name) => Number(name.slice(1)));
  return `g${String(Math.max(0, ...numbers) + 1).padStart(6, '0')}`;
}
