import { readFile } from 'node:fs/promises';

/** The objects of a file of JSON lines. */
export async function readJsonLines<T>(path: string): Promise<T[]> {
  const file = await readFile(path, 'utf8');
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));
}
