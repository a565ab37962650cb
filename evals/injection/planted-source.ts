import type { FileSource } from '../../src/ports/file-source.ts';
import type { PlantedArticle } from './planted-articles.ts';

/** A corpus with one article more. */
export function withArticle(source: FileSource, { path, file }: PlantedArticle): FileSource {
  const bytes = new TextEncoder().encode(file);
  return {
    async list(signal) {
      const planted = { type: 'file' as const, path, bytes: bytes.length };
      return [...(await source.list(signal)), planted].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read: async (wanted, options) => (wanted === path ? bytes : source.read(wanted, options)),
  };
}
