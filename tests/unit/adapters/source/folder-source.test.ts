import { execFileSync } from 'node:child_process';
import type { Dirent } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderSource } from '../../../../src/adapters/source/folder-source.ts';
import { systemError } from '../../../fakes/faulty-files.ts';

// Pipes, and names that are no text or differ in their code points alone, exist there for certain.
const itOnLinux = it.skipIf(process.platform !== 'linux');

let base: string;
let dir: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'citedesk-source-'));
  dir = join(base, 'corpus');
  await mkdir(join(dir, 'a'), { recursive: true });
  await writeFile(join(dir, 'a', 'one.txt'), 'one');
});
afterEach(() => rm(base, { recursive: true, force: true }));

const list = async () =>
  (await createFolderSource({ dir }).list()).map((entry) =>
    entry.type === 'file' ? entry.path : `${entry.path}: ${entry.reason}`,
  );

describe('a corpus folder that cannot be read', () => {
  it.each(['missing', 'a/one.txt'])('is reported with what to do: %s', async (name) => {
    const source = createFolderSource({ dir: join(dir, name) });
    await expect(source.list()).rejects.toMatchObject({
      code: 'corpus-unreadable',
      message: expect.stringContaining(name),
      fix: expect.stringContaining('--corpus'),
    });
  });

  it('is reported when it is the whole corpus that has no permission', async () => {
    const readFolder = async () => Promise.reject(systemError('EACCES'));
    await expect(createFolderSource({ dir, readFolder }).list()).rejects.toMatchObject({
      code: 'corpus-unreadable',
      message: expect.stringContaining('no permission'),
    });
  });

  it('is an entry with its reason when it is a folder inside, and the rest is listed', async () => {
    await mkdir(join(dir, 'locked'));
    await writeFile(join(dir, 'z.txt'), 'z');
    const readFolder = async (path: string): Promise<Dirent[]> => {
      if (path.endsWith('locked')) throw systemError('EACCES');
      return readdir(path, { withFileTypes: true });
    };
    expect(await createFolderSource({ dir, readFolder }).list()).toEqual([
      { type: 'file', path: 'a/one.txt', bytes: 3 },
      {
        type: 'unreadable',
        path: 'locked',
        reason: 'The folder cannot be read: this user has no permission.',
      },
      { type: 'file', path: 'z.txt', bytes: 1 },
    ]);
  });
});

describe('symbolic links', () => {
  it('to the folder above and to each other do not loop', async () => {
    await symlink('..', join(dir, 'a', 'up'));
    await symlink('self', join(dir, 'self'));
    await symlink('pong', join(dir, 'ping'));
    await symlink('ping', join(dir, 'pong'));
    expect(await list()).toEqual([
      'a/one.txt',
      'ping: The link leads nowhere: its links lead in a circle.',
      'pong: The link leads nowhere: its links lead in a circle.',
      'self: The link leads nowhere: its links lead in a circle.',
    ]);
  });

  it('to what is listed under its own name add nothing', async () => {
    await symlink('a', join(dir, '0-link'));
    await symlink('a/one.txt', join(dir, '1-link.txt'));
    expect(await list()).toEqual(['a/one.txt']);
  });

  it('to hidden files and folders inside are followed once', async () => {
    await mkdir(join(dir, '.data', 'deep'), { recursive: true });
    await writeFile(join(dir, '.data', 'two.txt'), 'two');
    await writeFile(join(dir, '.data', 'deep', 'three.txt'), 'three');
    await symlink('.data/two.txt', join(dir, 'two.txt'));
    await symlink('.data/two.txt', join(dir, 'two again.txt'));
    await symlink('.data/deep', join(dir, 'deep'));
    await symlink('../../deep', join(dir, '.data', 'deep', 'back'));
    expect(await list()).toEqual(['a/one.txt', 'deep/three.txt', 'two again.txt']);
    const bytes = await createFolderSource({ dir }).read('deep/three.txt', { maxBytes: 10 });
    expect(new TextDecoder().decode(bytes)).toBe('three');
  });

  it('out of the corpus are not followed, neither in the listing nor in reading', async () => {
    await writeFile(join(base, 'secret.txt'), 'secret');
    await mkdir(join(base, 'corpus-beside'));
    await symlink(join(base, 'secret.txt'), join(dir, 'link.txt'));
    await symlink('../corpus-beside', join(dir, 'beside'));
    const reason = 'The link leads outside the corpus folder and is not followed.';
    expect(await list()).toEqual(['a/one.txt', `beside: ${reason}`, `link.txt: ${reason}`]);
    const source = createFolderSource({ dir });
    for (const path of ['link.txt', '../secret.txt', 'a/../../secret.txt']) {
      await expect(source.read(path, { maxBytes: 10 })).rejects.toMatchObject({ code: 'file-unreadable' });
    }
  });

  it('put in the place of a listed folder, or of the corpus, do not lead the reader out', async () => {
    await mkdir(join(base, 'other', 'a'), { recursive: true });
    await writeFile(join(base, 'other', 'a', 'one.txt'), 'secret');
    const source = createFolderSource({ dir });
    await source.list();
    await rename(join(dir, 'a'), join(dir, 'b'));
    await symlink(join(base, 'other', 'a'), join(dir, 'a'));
    const readOne = () => source.read('a/one.txt', { maxBytes: 10 });
    await expect(readOne()).rejects.toMatchObject({ code: 'file-unreadable' });
    await rename(dir, join(base, 'moved'));
    await symlink('other', dir);
    await expect(readOne()).rejects.toMatchObject({ code: 'file-unreadable' });
    // A new listing takes the folder as it is now.
    await source.list();
    expect(new TextDecoder().decode(await readOne())).toBe('secret');
  });

  it('that lead nowhere are named', async () => {
    await symlink('gone.txt', join(dir, 'link.txt'));
    expect(await list()).toEqual(['a/one.txt', 'link.txt: The link leads nowhere: it does not exist.']);
  });

  it('may be the corpus folder itself', async () => {
    await symlink('corpus', join(base, 'alias'));
    const source = createFolderSource({ dir: join(base, 'alias') });
    expect((await source.list()).map(({ path }) => path)).toEqual(['a/one.txt']);
    expect(await source.read('a/one.txt', { maxBytes: 10 })).toHaveLength(3);
  });
});

describe('what lies in a corpus folder beside articles', () => {
  it('is left out when it is hidden or excluded', async () => {
    await mkdir(join(dir, '.git'));
    await mkdir(join(dir, 'index'));
    for (const path of ['.git/config', '.hidden.txt', 'index/CURRENT']) await writeFile(join(dir, path), 'x');
    const source = createFolderSource({ dir, exclude: [join(dir, 'index'), join(dir, 'none')] });
    expect((await source.list()).map(({ path }) => path)).toEqual(['a/one.txt']);
  });

  itOnLinux('is named when it is a pipe, and never waited for', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(dir, 'pipe.txt')]);
    expect(await list()).toEqual([
      'a/one.txt',
      'pipe.txt: It is not a file but a device, a pipe or a socket.',
    ]);
    const read = createFolderSource({ dir }).read('pipe.txt', { maxBytes: 10 });
    await expect(read).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  itOnLinux('is named when its name is not UTF-8', async () => {
    await writeFile(
      Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]),
      'x',
    );
    expect((await list()).filter((line) => line.includes(':'))).toEqual([
      '\ufffd\ufffd.txt: Its name is not valid UTF-8.',
    ]);
  });

  itOnLinux('is named when two names differ only in how an accent is written', async () => {
    await writeFile(join(dir, 'é.txt'.normalize('NFC')), 'composed');
    await writeFile(join(dir, 'é.txt'.normalize('NFD')), 'decomposed');
    const reason = 'Another file has the same name, written with other code points for its accents.';
    expect(await list()).toEqual([
      'a/one.txt',
      'é.txt'.normalize('NFC'),
      `${'é.txt'.normalize('NFC')}: ${reason}`,
    ]);
  });
});

describe('a file that changes under the hands of its reader', () => {
  it('is said to be gone when it vanished after the listing', async () => {
    const source = createFolderSource({ dir });
    await source.list();
    await rm(join(dir, 'a', 'one.txt'));
    await expect(source.read('a/one.txt', { maxBytes: 10 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is held to the limit when it has grown since', async () => {
    const source = createFolderSource({ dir });
    await source.list();
    await appendFile(join(dir, 'a', 'one.txt'), 'x'.repeat(10));
    await expect(source.read('a/one.txt', { maxBytes: 10 })).rejects.toMatchObject({
      code: 'limit-exceeded',
      message: 'a/one.txt is 13 bytes long; the limit is 10.',
    });
  });

  it('is refused when a folder has taken its place', async () => {
    const source = createFolderSource({ dir });
    await source.list();
    await rename(join(dir, 'a', 'one.txt'), join(dir, 'kept.txt'));
    await mkdir(join(dir, 'a', 'one.txt'));
    await expect(source.read('a/one.txt', { maxBytes: 10 })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
