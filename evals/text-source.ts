import { CitedeskError } from '../src/domain/errors.ts';
import type { FileSource } from '../src/ports/file-source.ts';
import type { CollectionText } from './collections/collection.ts';

/** The texts of a judged set as the plain text files of a corpus folder: `<id>.txt`, title first. */
export function textSource(texts: readonly CollectionText[]): FileSource {
  const files = new Map(texts.map((text) => [pathOfText(text.id), new TextEncoder().encode(fileText(text))]));
  return {
    list: async () =>
      [...files]
        .map(([path, bytes]) => ({ type: 'file' as const, path, bytes: bytes.length }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    async read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new CitedeskError('file-unreadable', `There is no text ${path}.`);
      return bytes;
    },
  };
}

/** The path of a text of `textSource`. */
export function pathOfText(id: string): string {
  return `${id}.txt`;
}

function fileText({ title, text }: CollectionText): string {
  return title === null ? text : `${title}\n\n${text}`;
}
