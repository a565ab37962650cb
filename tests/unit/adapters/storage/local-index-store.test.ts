import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalIndexStore } from '../../../../src/adapters/storage/local-index-store.ts';
import { sha256 } from '../../../../src/adapters/storage/manifest-file.ts';
import { nodeFiles } from '../../../../src/adapters/storage/storage-files.ts';
import { filesThatDieAt, filesThatFailAt, systemError } from '../../../fakes/faulty-files.ts';
import {
  beginWith,
  documentIds,
  embedQuestion,
  indexed,
  manifestFor,
  publish,
  type Story,
} from '../../../fakes/stories.ts';

const OLD: readonly Story[] = [{ id: 'd1', paragraphs: ['The harbour opened.', 'It cost four million.'] }];
const NEW: readonly Story[] = [...OLD, { id: 'd2', paragraphs: ['The school serves warm meals.'] }];
// More changes to the disk than any build of these makes.
const MANY = 100;

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'citedesk-store-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const generations = () => readdir(join(dir, 'generations'));

async function opened(): Promise<string[]> {
  const index = await createLocalIndexStore({ dir }).open();
  const vector = await embedQuestion('harbour');
  expect((await index.vectors.query(vector, { limit: 1 }))[0]?.id).toBe('d1.0');
  expect((await index.terms.query('harbour', { limit: 1 }))[0]?.id).toBe('d1.0');
  return documentIds(index);
}

/** Runs a build that meets a fault, if it lives that long; true when it got through. */
async function survives(build: Promise<void>): Promise<boolean> {
  return build.then(
    () => true,
    () => false,
  );
}

describe('a build that is killed', () => {
  it('leaves the index before or the one after, whichever change to the disk was the last', async () => {
    await publish(createLocalIndexStore({ dir }), OLD);
    const outcomes: string[] = [];
    for (let at = 0; at < MANY; at++) {
      const files = filesThatDieAt(at);
      const isThrough = await survives(publish(createLocalIndexStore({ dir, files }), NEW));
      const ids = await opened();
      outcomes.push(ids.join());
      if (isThrough && files.changes.length <= at) break;
      // Every round starts from the old index again.
      await publish(createLocalIndexStore({ dir }), OLD);
    }
    expect(new Set(outcomes)).toEqual(new Set(['d1', 'd1,d2']));
    // Once the new one is there it stays there.
    expect(outcomes.join(' ')).toMatch(/^(d1 )+(d1,d2 ?)+$/);
    expect(outcomes.length).toBeGreaterThan(6);
  });

  it('leaves no index where there was none, until the swap', async () => {
    for (let at = 0; at < MANY; at++) {
      const files = filesThatDieAt(at);
      const isThrough = await survives(publish(createLocalIndexStore({ dir, files }), OLD));
      const store = createLocalIndexStore({ dir });
      if ((await store.currentGeneration()) === null) {
        await expect(store.open()).rejects.toMatchObject({ code: 'index-missing' });
      } else expect(await opened()).toEqual(['d1']);
      if (isThrough && files.changes.length <= at) break;
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('leaves remains that the next build removes', async () => {
    await publish(createLocalIndexStore({ dir }), OLD);
    await survives(publish(createLocalIndexStore({ dir, files: filesThatDieAt(3) }), NEW));
    expect(await generations()).toHaveLength(2);
    await publish(createLocalIndexStore({ dir }), NEW);
    expect(await generations()).toHaveLength(1);
    expect((await readdir(dir)).sort()).toEqual(['CURRENT', 'generations']);
  });
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'storage-full'],
    ['EDQUOT', 'storage-full'],
    ['EIO', 'storage-failed'],
    ['EROFS', 'storage-failed'],
  ])('reports %s at any change as %s, and the index stays whole', async (errno, code) => {
    await publish(createLocalIndexStore({ dir }), OLD);
    for (let at = 0; at < MANY; at++) {
      const files = filesThatFailAt(at, errno);
      const store = createLocalIndexStore({ dir, files });
      const error = await publish(store, NEW).then(
        () => null,
        (reason: unknown) => reason,
      );
      const ids = await opened();
      if (error !== null) {
        expect(error).toMatchObject({ code, fix: expect.stringMatching(/\.$/) });
        expect(ids).toEqual(['d1']);
      }
      if (files.changes.length <= at) break;
      await publish(createLocalIndexStore({ dir }), OLD);
    }
  });

  it('counts a build as done when only the tidying after the swap fails', async () => {
    await publish(createLocalIndexStore({ dir }), OLD);
    const files = { ...nodeFiles, remove: async () => Promise.reject(systemError('EIO')) };
    await publish(createLocalIndexStore({ dir, files }), NEW);
    expect(await opened()).toEqual(['d1', 'd2']);
  });

  it('cannot discard what is already the index', async () => {
    const store = createLocalIndexStore({ dir });
    const build = await beginWith(store, OLD);
    await build.commit(manifestFor(await Promise.all(OLD.map(indexed))));
    await build.discard();
    expect(await opened()).toEqual(['d1']);
  });

  it('says so where the index folder cannot be read', async () => {
    const files = { ...nodeFiles, read: async () => Promise.reject(systemError('EACCES')) };
    const store = createLocalIndexStore({ dir, files });
    await expect(store.open()).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(store.currentGeneration()).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

describe('an index that is damaged', () => {
  async function filesOfIndex(): Promise<string[]> {
    await publish(createLocalIndexStore({ dir }), NEW);
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  const DAMAGES: readonly [string, (path: string) => Promise<void>][] = [
    ['cut short', async (path) => writeFile(path, (await readFile(path)).subarray(0, -7))],
    ['empty', (path) => writeFile(path, '')],
    ['longer', async (path) => writeFile(path, Buffer.concat([await readFile(path), Buffer.from('x')]))],
    [
      'changed by a bit',
      async (path) => {
        const bytes = await readFile(path);
        const at = Math.floor(bytes.length / 2);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
    ],
  ];

  it.each(DAMAGES)('is told from a whole one when any of its files is %s', async (_name, damage) => {
    for (const path of await filesOfIndex()) {
      const whole = await readFile(path);
      await damage(path);
      await expect(createLocalIndexStore({ dir }).open(), path).rejects.toMatchObject({
        code: 'index-damaged',
        fix: expect.stringContaining('index --rebuild'),
      });
      await writeFile(path, whole);
    }
    expect(await opened()).toEqual(['d1', 'd2']);
  });

  it('is told from a whole one when a file is gone, and from none at all', async () => {
    for (const path of await filesOfIndex()) {
      const whole = await readFile(path);
      await rm(path);
      const code = path.endsWith('CURRENT') ? 'index-missing' : 'index-damaged';
      await expect(createLocalIndexStore({ dir }).open(), path).rejects.toMatchObject({ code });
      await writeFile(path, whole);
    }
  });

  it('can be replaced by a build', async () => {
    await publish(createLocalIndexStore({ dir }), OLD);
    await writeFile(join(dir, 'CURRENT'), 'nonsense');
    await publish(createLocalIndexStore({ dir }), NEW);
    expect(await opened()).toEqual(['d1', 'd2']);
    expect(await generations()).toHaveLength(1);
  });

  it.each([
    [{ formatVersion: 3 }, 'index-too-new'],
    [{ formatVersion: 1 }, 'index-outdated'],
    [{ formatVersion: 3, files: 'of another shape', madeWith: null }, 'index-too-new'],
    [{ formatVersion: 0.5 }, 'index-damaged'],
    [{ formatVersion: undefined }, 'index-damaged'],
    [{ fingerprint: '' }, 'index-damaged'],
    [{ passageCount: -1 }, 'index-damaged'],
    [{ files: [] }, 'index-damaged'],
  ])('is refused with a manifest of %o: %s', async (changes, code) => {
    await publish(createLocalIndexStore({ dir }), OLD);
    const [generation = ''] = await generations();
    const path = join(dir, 'generations', generation, 'manifest.json');
    const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
    const text = JSON.stringify(Object.assign({}, manifest, changes));
    await writeFile(path, text);
    const pointer = { generation, manifestSha256: sha256(new TextEncoder().encode(text)) };
    await writeFile(join(dir, 'CURRENT'), JSON.stringify(pointer));
    await expect(createLocalIndexStore({ dir }).open()).rejects.toMatchObject({
      code,
      fix: expect.stringMatching(/\S/),
    });
  });
});

describe('an index of an older program', () => {
  it('opens without its list of stories, and finds them in what it holds', async () => {
    const paragraphs = ['The harbour opened on Monday after eleven weeks of repairs.'];
    await publish(createLocalIndexStore({ dir }), [
      { id: 'd1', paragraphs },
      { id: 'd2', paragraphs },
      { id: 'd3', paragraphs: ['The school serves warm meals.'] },
    ]);
    const [generation = ''] = await generations();
    const folder = join(dir, 'generations', generation);
    await rm(join(folder, 'stories.json'));
    const manifest: { files: { name: string }[] } = JSON.parse(
      await readFile(join(folder, 'manifest.json'), 'utf8'),
    );
    const files = manifest.files.filter(({ name }) => name !== 'stories.json');
    const text = JSON.stringify({ ...manifest, files });
    await writeFile(join(folder, 'manifest.json'), text);
    const pointer = { generation, manifestSha256: sha256(new TextEncoder().encode(text)) };
    await writeFile(join(dir, 'CURRENT'), JSON.stringify(pointer));
    const { passages } = await createLocalIndexStore({ dir }).open();
    expect(await passages.listStories()).toEqual([['d1', 'd2'], ['d3']]);
  });
});

describe('a reader beside a build', () => {
  it('opens the new index when the old one is replaced under its hands', async () => {
    const writer = createLocalIndexStore({ dir });
    await publish(writer, OLD);
    let isReplaced = false;
    const files = {
      ...nodeFiles,
      async read(path: string) {
        if (path.endsWith('documents.jsonl') && !isReplaced) {
          isReplaced = true;
          await publish(writer, NEW);
        }
        return nodeFiles.read(path);
      },
    };
    expect(await documentIds(await createLocalIndexStore({ dir, files }).open())).toEqual(['d1', 'd2']);
  });

  it('does not take the index made after a deletion for the one before', async () => {
    const store = createLocalIndexStore({ dir });
    await publish(store, OLD);
    const before = await store.currentGeneration();
    await rm(dir, { recursive: true });
    await publish(store, NEW);
    expect(await generations()).toEqual(['g000001']);
    expect(await store.currentGeneration()).not.toBe(before);
  });
});

describe('what a build refuses', () => {
  it('a document with a vector too few', async () => {
    const [entry] = await Promise.all(OLD.map(indexed));
    if (entry === undefined) throw new Error('no entry');
    const build = await createLocalIndexStore({ dir }).begin();
    const short = { ...entry, vectors: entry.vectors.slice(1) };
    await expect(build.add(short)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it.each([
    ['zero', 0],
    ['too long', 2],
    ['not a number', Number.NaN],
  ])('a vector that is %s', async (_name, factor) => {
    const [entry] = await Promise.all(OLD.map(indexed));
    if (entry === undefined) throw new Error('no entry');
    const build = await createLocalIndexStore({ dir }).begin();
    const vectors = entry.vectors.map((vector) => vector.map((value) => value * factor));
    await expect(build.add({ ...entry, vectors })).rejects.toMatchObject({ code: 'embedder-failed' });
  });
});
