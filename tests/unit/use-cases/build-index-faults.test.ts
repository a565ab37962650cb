import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../../src/domain/errors.ts';
import { buildIndex } from '../../../src/use-cases/build-index.ts';
import {
  buildEvents,
  buildReport,
  createBuildDeps,
  embeddedTexts,
  type FakeBuildDeps,
} from '../../fakes/build-deps.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import { createMemoryFileSource, setFile } from '../../fakes/memory-file-source.ts';
import { createMemoryIndexStore } from '../../fakes/memory-index-store.ts';

const CORPUS = {
  'a/harbour.txt': 'Harbour opens\n\nThe harbour opened on Monday.',
  'a/school.txt': 'School meals\n\nThe school serves warm meals.',
  'b.txt': 'Rain\n\nRain fell for three days.',
};

async function built(overrides: Partial<FakeBuildDeps> = {}): Promise<FakeBuildDeps> {
  const deps = createBuildDeps({ source: createMemoryFileSource(CORPUS), ...overrides });
  await buildReport(deps);
  return deps;
}

const pathsOf = async ({ store }: FakeBuildDeps) =>
  (await (await store.open()).passages.listDocuments()).map(({ path }) => path);

function edit(deps: FakeBuildDeps): void {
  setFile(deps.source, 'b.txt', 'Rain\n\nRain fell for four days.');
  setFile(deps.source, 'c.txt', 'New\n\nThe mayor spoke.');
}

/** The index is the one before, and the lock is free. */
async function expectUntouched(deps: FakeBuildDeps, generation: string | null): Promise<void> {
  expect(await deps.store.currentGeneration()).toBe(generation);
  expect(deps.lock.calls.at(-1)).toBe('release');
  expect(await pathsOf(deps)).toEqual(Object.keys(CORPUS));
}

describe('files that cannot be indexed', () => {
  it.each([
    ['an empty one', 'x.txt', '', 'The file is empty.'],
    ['one of white space', 'x.txt', ' \n\n\t', /holds no text/],
    ['one of bytes', 'x.txt', 'Title\n\nA\0B', 'x.txt is not text: it holds NUL bytes.'],
    ['one of an unknown format', 'x.pdf', '%PDF', 'Files of the format .pdf are not read.'],
    ['one without an extension', 'Makefile', 'all:', /no extension/],
  ])('%s is skipped with its reason', async (_name, path, content, reason) => {
    const deps = createBuildDeps({ source: createMemoryFileSource({ ...CORPUS, [path]: content }) });
    const { skipped, documents } = await buildReport(deps);
    expect(skipped).toEqual([
      { path, reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) },
    ]);
    expect(documents).toBe(3);
  });

  it('one of 50 MB is skipped, naming its size and the limit', async () => {
    const source = createMemoryFileSource(CORPUS);
    source.files.set('big.txt', new Uint8Array(50_000_000));
    const { skipped } = await buildReport(createBuildDeps({ source }));
    expect(skipped).toEqual([{ path: 'big.txt', reason: expect.stringMatching(/50000000.*20000000/) }]);
  });

  it('one that vanishes while the corpus is read is skipped, and is no longer in the index', async () => {
    const deps = await built();
    deps.source.beforeRead = (path) => {
      if (path === 'b.txt') deps.source.files.delete(path);
    };
    expect(await buildReport(deps)).toMatchObject({
      removed: ['b.txt'],
      skipped: [{ path: 'b.txt', reason: 'b.txt is not in the corpus.' }],
    });
    expect(await pathsOf(deps)).toEqual(['a/harbour.txt', 'a/school.txt']);
  });

  it('one that has lost its text is skipped, and is no longer in the index', async () => {
    const deps = await built();
    setFile(deps.source, 'b.txt', '');
    expect(await buildReport(deps)).toMatchObject({ removed: ['b.txt'], documents: 2 });
  });

  it('what is no file is reported and leaves the index', async () => {
    const deps = await built();
    deps.source.files.delete('b.txt');
    deps.source.extra.push({ type: 'ignored', path: 'b.txt', reason: 'The link leads nowhere.' });
    expect(await buildReport(deps)).toMatchObject({
      removed: ['b.txt'],
      skipped: [{ path: 'b.txt', reason: 'The link leads nowhere.' }],
    });
  });
});

describe('what cannot be looked at', () => {
  const deny = (deps: FakeBuildDeps, denied: string) => {
    deps.source.beforeRead = (path) => {
      if (path === denied)
        throw new CitedeskError('file-unreadable', `${path} cannot be read: no permission.`);
    };
  };

  it('keeps the version that was indexed before, and says so', async () => {
    const deps = await built();
    setFile(deps.source, 'c.txt', 'New\n\nThe mayor spoke.');
    deny(deps, 'b.txt');
    expect(await buildReport(deps)).toMatchObject({
      added: ['c.txt'],
      unchanged: ['a/harbour.txt', 'a/school.txt', 'b.txt'],
      removed: [],
      skipped: [
        { path: 'b.txt', reason: 'b.txt cannot be read: no permission. The version indexed before is kept.' },
      ],
      documents: 4,
      embeddedPassages: 1,
    });
    expect(await pathsOf(deps)).toEqual([...Object.keys(CORPUS), 'c.txt']);
  });

  it('keeps all that was indexed from a folder', async () => {
    const deps = await built();
    deps.source.files.delete('a/harbour.txt');
    deps.source.files.delete('a/school.txt');
    deps.source.extra.push({ type: 'unreadable', path: 'a', reason: 'The folder cannot be read.' });
    expect(await buildReport(deps)).toMatchObject({
      unchanged: Object.keys(CORPUS),
      removed: [],
      skipped: [
        { path: 'a', reason: 'The folder cannot be read. The 2 documents indexed from it before are kept.' },
      ],
    });
  });

  it('is only reported where it was not indexed before', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource(CORPUS) });
    deny(deps, 'b.txt');
    const { skipped, documents } = await buildReport(deps);
    expect(skipped).toEqual([{ path: 'b.txt', reason: 'b.txt cannot be read: no permission.' }]);
    expect(documents).toBe(2);
  });

  it('cannot be kept when the model has changed', async () => {
    const deps = await built();
    deny(deps, 'b.txt');
    const other = { ...deps, embedder: createFakeEmbedder({ fingerprint: 'fake-2' }) };
    expect(await buildReport(other)).toMatchObject({ removed: ['b.txt'], documents: 2 });
  });
});

describe('an index that was made otherwise', () => {
  it('is made anew with another model, saying why', async () => {
    const deps = await built();
    const fake = createFakeEmbedder({ fingerprint: 'fake-2' });
    const embedder = { ...fake, model: { ...fake.model, name: 'fake-large' } };
    const reason = 'The embedding model changed (fake → fake-large), so every passage is embedded again.';
    const events = await buildEvents({ ...deps, embedder });
    expect(events[0]).toEqual({ type: 'rebuild-decided', reason });
    expect(events.at(-1)).toMatchObject({
      report: { rebuildReason: reason, unchanged: Object.keys(CORPUS), embeddedPassages: 3 },
    });
    expect((await deps.store.open()).manifest.madeWith.model).toBe('fake-large');
    expect((await buildReport({ ...deps, embedder })).rebuildReason).toBeNull();
  });

  it('is made anew when only the files of the model have changed', async () => {
    const deps = await built();
    const embedder = createFakeEmbedder({ fingerprint: 'fake-2' });
    expect((await buildReport({ ...deps, embedder })).rebuildReason).toBe(
      "The embedding model's files changed, so every passage is embedded again.",
    );
  });

  it('is made anew with another splitter, saying why', async () => {
    const deps = await built();
    const old = await deps.store.open();
    const madeWith = { ...old.manifest.madeWith, splitter: 'words-1' };
    const manifest = { ...old.manifest, madeWith, fingerprint: 'other' };
    const store = { ...deps.store, open: async () => ({ ...old, manifest }) };
    expect((await buildReport({ ...deps, store })).rebuildReason).toMatch(
      /^The passage splitter changed \(words-1 → .+\), so every passage is embedded again\.$/,
    );
  });

  it('is made anew when that is asked for', async () => {
    const deps = await built();
    const before = embeddedTexts(deps.embedder).length;
    const report = await buildReport(deps, { rebuild: true });
    expect(report).toMatchObject({ rebuildReason: 'A rebuild was asked for.', embeddedPassages: 3 });
    expect(embeddedTexts(deps.embedder)).toHaveLength(before + 3);
  });

  const failing = (deps: FakeBuildDeps, error: CitedeskError) => ({
    ...deps,
    store: { ...deps.store, open: async () => Promise.reject(error) },
  });

  it('is made anew when it is damaged, saying what was damaged', async () => {
    const deps = await built();
    const error = new CitedeskError('index-damaged', 'The index is damaged: terms.bin is cut short.');
    expect((await buildReport(failing(deps, error))).rebuildReason).toBe(
      'The index is damaged: terms.bin is cut short. Every passage is embedded again.',
    );
    expect(await pathsOf(deps)).toEqual(Object.keys(CORPUS));
  });

  it('is left alone when its format is newer, unless a rebuild is asked for', async () => {
    const deps = await built();
    const generation = await deps.store.currentGeneration();
    const broken = failing(deps, new CitedeskError('index-too-new', 'The index is of format 2.'));
    await expect(buildReport(broken)).rejects.toMatchObject({ code: 'index-too-new' });
    await expectUntouched(deps, generation);
    expect((await buildReport(broken, { rebuild: true })).rebuildReason).toContain('format 2');
  });

  it('is left alone when it cannot be read', async () => {
    const deps = await built();
    const generation = await deps.store.currentGeneration();
    const broken = failing(deps, new CitedeskError('storage-failed', 'No permission.'));
    await expect(buildReport(broken, { rebuild: true })).rejects.toMatchObject({ code: 'storage-failed' });
    await expectUntouched(deps, generation);
  });
});

describe('a build that does not finish', () => {
  it('leaves the index as it was when the corpus cannot be listed', async () => {
    const deps = await built();
    const generation = await deps.store.currentGeneration();
    const error = new CitedeskError('corpus-unreadable', 'The corpus folder is gone.');
    const source = { ...deps.source, list: async () => Promise.reject(error) };
    await expect(buildReport({ ...deps, source })).rejects.toBe(error);
    await expectUntouched(deps, generation);
  });

  it('leaves the index as it was when the embedder fails, whichever passage it is', async () => {
    for (const word of ['mayor', 'four']) {
      const deps = await built();
      const generation = await deps.store.currentGeneration();
      edit(deps);
      const error = new CitedeskError('embedder-failed', 'The model gave no vector.');
      const embedder = createFakeEmbedder({
        fault: (text) => {
          if (text.includes(word)) throw error;
        },
      });
      await expect(buildReport({ ...deps, embedder })).rejects.toBe(error);
      await expectUntouched(deps, generation);
    }
  });

  it.each(['begin', 'add b.txt', 'commit'])(
    'leaves the index as it was when the disk is full at %s',
    async (at) => {
      const full = new CitedeskError('storage-full', 'The disk is full.');
      let isFull = false;
      const fault = (step: string) => {
        if (isFull && step === at) throw full;
      };
      const deps = await built({ store: createMemoryIndexStore({ fault }) });
      const generation = await deps.store.currentGeneration();
      edit(deps);
      isFull = true;
      await expect(buildReport(deps)).rejects.toBe(full);
      if (at !== 'begin') expect(deps.store.calls.at(-1)).toBe('discard');
      await expectUntouched(deps, generation);
      isFull = false;
      expect(await buildReport(deps)).toMatchObject({ added: ['c.txt'], changed: ['b.txt'] });
    },
  );

  it('reports the first error when tidying fails too', async () => {
    const full = new CitedeskError('storage-full', 'The disk is full.');
    const fault = (step: string) => {
      if (step === 'commit') throw full;
      if (step === 'discard') throw new Error('cannot remove');
    };
    const deps = createBuildDeps({
      source: createMemoryFileSource(CORPUS),
      store: createMemoryIndexStore({ fault }),
    });
    await expect(buildReport(deps)).rejects.toBe(full);
  });

  it('leaves the index as it was when it is aborted, at whichever event', async () => {
    const all = await buildEvents(createBuildDeps({ source: createMemoryFileSource(CORPUS) }));
    for (let count = 0; count < all.length - 1; count++) {
      const deps = await built();
      const generation = await deps.store.currentGeneration();
      edit(deps);
      const controller = new AbortController();
      let left = count;
      const run = async () => {
        if (left === 0) controller.abort();
        for await (const _event of buildIndex(deps, { rebuild: true, signal: controller.signal })) {
          if (--left === 0) controller.abort();
        }
      };
      const error = await run().then(
        () => null,
        (reason: unknown) => reason,
      );
      // A build may get through before it hears of the abort; then the new index is there, whole.
      if (error === null) expect(await pathsOf(deps)).toEqual([...Object.keys(CORPUS), 'c.txt']);
      else {
        expect(error).toMatchObject({ code: 'aborted' });
        await expectUntouched(deps, generation);
      }
    }
  });

  it('leaves the index as it was when nobody reads on', async () => {
    const deps = await built();
    const generation = await deps.store.currentGeneration();
    edit(deps);
    for await (const event of buildIndex(deps, { rebuild: true })) {
      if (event.type === 'scan-finished') break;
    }
    await expectUntouched(deps, generation);
  });

  it('does not begin while another build holds the lock', async () => {
    const deps = await built();
    const generation = await deps.store.currentGeneration();
    const reads = deps.source.reads.length;
    edit(deps);
    const lease = await deps.lock.acquire();
    await expect(buildReport(deps)).rejects.toMatchObject({ code: 'index-busy' });
    expect(deps.source.reads).toHaveLength(reads);
    await lease.release();
    await expectUntouched(deps, generation);
  });
});
