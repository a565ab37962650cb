import { describe, expect, it } from 'vitest';
import type { FileSource } from '../../src/ports/file-source.ts';

export type MakeSource = (files: Readonly<Record<string, string>>) => Promise<FileSource>;

const MAX = { maxBytes: 1_000 };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What every file source promises; `make` gives one that holds these files. */
export function describeFileSource(name: string, make: MakeSource): void {
  describe(`file source contract: ${name}`, () => {
    it('lists files of all folders by path, each with its size', async () => {
      const source = await make({ 'b.txt': 'bb', 'a/z.txt': 'z', 'a/b/c.md': 'ccc', 'a b.txt': '' });
      expect(await source.list()).toEqual([
        { type: 'file', path: 'a b.txt', bytes: 0 },
        { type: 'file', path: 'a/b/c.md', bytes: 3 },
        { type: 'file', path: 'a/z.txt', bytes: 1 },
        { type: 'file', path: 'b.txt', bytes: 2 },
      ]);
    });

    it('lists nothing in an empty corpus', async () => {
      expect(await (await make({})).list()).toEqual([]);
    });

    it.each(['with space.txt', 'новости.md', '🦢 swan.html', 'Zürich.txt', "it's #1 100%?.txt", 'a\nb.txt'])(
      'reads a file whose name is %j by the name that it lists',
      async (path) => {
        const source = await make({ [path]: `text of ${path}` });
        const [entry] = await source.list();
        expect(entry?.path).toBe(path.normalize('NFC'));
        expect(text(await source.read(entry?.path ?? '', MAX))).toBe(`text of ${path}`);
      },
    );

    it('gives composed names, and reads by them, where the corpus has decomposed ones', async () => {
      const source = await make({ ['Zürich/café.txt'.normalize('NFD')]: 'coffee' });
      expect((await source.list()).map(({ path }) => path)).toEqual(['Zürich/café.txt'.normalize('NFC')]);
      expect(text(await source.read('Zürich/café.txt'.normalize('NFC'), MAX))).toBe('coffee');
    });

    it('reads a file as long as the limit, and refuses one byte more with both numbers', async () => {
      const source = await make({ 'a.txt': 'x'.repeat(1_001) });
      await source.list();
      expect(await source.read('a.txt', { maxBytes: 1_001 })).toHaveLength(1_001);
      await expect(source.read('a.txt', MAX)).rejects.toMatchObject({
        code: 'limit-exceeded',
        message: expect.stringMatching(/1,?001.*1,?000/),
      });
    });

    it('says of a file that is not there that it is not there', async () => {
      const source = await make({ 'a.txt': 'x' });
      await expect(source.read('b.txt', MAX)).rejects.toMatchObject({ code: 'not-found' });
      await expect(source.read('a.txt/b.txt', MAX)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('stops when it is aborted', async () => {
      const source = await make({ 'a.txt': 'x' });
      const signal = AbortSignal.abort();
      await expect(source.list(signal)).rejects.toMatchObject({ code: 'aborted' });
      await expect(source.read('a.txt', { ...MAX, signal })).rejects.toMatchObject({ code: 'aborted' });
    });
  });
}
