import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../../src/ports/embedder.ts';
import type { OpenIndex } from '../../../src/ports/index-store.ts';
import { buildEvents, buildReport, createBuildDeps, embeddedTexts } from '../../fakes/build-deps.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import { createMemoryFileSource, type MemoryFileSource, setFile } from '../../fakes/memory-file-source.ts';
import { createMemoryIndexStore } from '../../fakes/memory-index-store.ts';
import { embedQuestion } from '../../fakes/stories.ts';

const CORPUS = {
  'harbour.txt': 'Harbour opens\n\nThe harbour opened on Monday.',
  'school.txt': 'School meals\n\nThe school serves warm meals.',
};

async function pathsOf(store: { open(): Promise<OpenIndex> }): Promise<string[]> {
  return (await (await store.open()).passages.listDocuments()).map(({ path }) => path);
}

describe('a first build', () => {
  it('indexes every file and reports it', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource(CORPUS) });
    expect(await buildReport(deps)).toEqual({
      added: ['harbour.txt', 'school.txt'],
      changed: [],
      unchanged: [],
      removed: [],
      skipped: [],
      warnings: [],
      rebuildReason: null,
      documents: 2,
      deskDocuments: 0,
      passages: 2,
      embeddedPassages: 2,
      seconds: 1,
      passagesPerSecond: 2,
    });
    const index = await deps.store.open();
    expect(index.manifest).toMatchObject({
      documentCount: 2,
      passageCount: 2,
      builtAt: '2026-05-03T08:00:00.000Z',
      madeWith: { model: 'fake', dimensions: 64 },
    });
    const [best] = await index.terms.query('harbour', { limit: 1 });
    expect((await index.passages.passages([best?.id ?? '']))[0]?.text).toBe('The harbour opened on Monday.');
  });

  it('tells what it does in order, and its counts never fall', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource({ ...CORPUS, 'empty.txt': '' }) });
    const events = await buildEvents(deps);
    expect(events[0]).toEqual({ type: 'scan-finished', files: 3 });
    expect(events.at(-1)?.type).toBe('index-finished');
    expect(events).toContainEqual({
      type: 'file-skipped',
      file: { path: 'empty.txt', reason: 'The file is empty.' },
    });
    const progress = events.filter((event) => event.type === 'progress-made');
    for (const [at, event] of progress.entries()) {
      expect(event.filesTotal).toBe(3);
      expect(event.filesDone).toBeGreaterThanOrEqual(progress[at - 1]?.filesDone ?? 0);
      expect(event.passagesEmbedded).toBeGreaterThanOrEqual(progress[at - 1]?.passagesEmbedded ?? 0);
    }
    expect(progress.at(-1)).toMatchObject({ filesDone: 3, passagesEmbedded: 2 });
  });

  it('makes an index of nothing from an empty corpus', async () => {
    const deps = createBuildDeps();
    expect(await buildReport(deps)).toMatchObject({
      documents: 0,
      deskDocuments: 0,
      passages: 0,
      added: [],
      passagesPerSecond: 0,
    });
    expect(await pathsOf(deps.store)).toEqual([]);
  });

  it('passes on what a parser warns of', async () => {
    const source = createMemoryFileSource({ 'a.txt': 'T\n!warn The front matter is broken.\n\nSome words.' });
    const deps = createBuildDeps({ source });
    const warning = { path: 'a.txt', words: 'The front matter is broken.' };
    const events = await buildEvents(deps);
    expect(events).toContainEqual({ type: 'warning-raised', warning });
    expect(events.at(-1)).toMatchObject({ report: { warnings: [warning] } });
  });

  it('names the back ends for more once an archive is past what the store serves well', async () => {
    const source = createMemoryFileSource({ ...CORPUS, 'vote.txt': 'Vote\n\nThe council votes.' });
    const small = createBuildDeps({ source, store: createMemoryIndexStore({ comfortablePassages: 3 }) });
    expect((await buildReport(small)).warnings).toEqual([]);
    const large = createBuildDeps({ source, store: createMemoryIndexStore({ comfortablePassages: 2 }) });
    const { warnings } = await buildReport(large);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.path).toBeNull();
    expect(warnings[0]?.words).toMatch(/more than 2 passages.*pgvector.*Cloudflare Vectorize/);
  });
});

describe('a later build', () => {
  it('embeds what is new or changed and nothing else', async () => {
    const deps = createBuildDeps({
      source: createMemoryFileSource({ ...CORPUS, 'old.txt': 'Old\n\nOld words.' }),
    });
    await buildReport(deps);
    const before = embeddedTexts(deps.embedder).length;
    setFile(deps.source, 'school.txt', 'School meals\n\nThe school serves cold meals.');
    setFile(deps.source, 'new.txt', 'New\n\nThe mayor spoke.');
    deps.source.files.delete('old.txt');
    expect(await buildReport(deps)).toMatchObject({
      added: ['new.txt'],
      changed: ['school.txt'],
      unchanged: ['harbour.txt'],
      removed: ['old.txt'],
      rebuildReason: null,
      documents: 3,
      deskDocuments: 0,
      embeddedPassages: 2,
    });
    expect(embeddedTexts(deps.embedder).slice(before)).toEqual([
      expect.stringContaining('The mayor spoke.'),
      expect.stringContaining('cold meals'),
    ]);
    expect(await pathsOf(deps.store)).toEqual(['harbour.txt', 'new.txt', 'school.txt']);
  });

  it('writes nothing when nothing has changed', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource({ ...CORPUS, 'empty.txt': '' }) });
    await buildReport(deps);
    const [calls, generation] = [[...deps.store.calls], await deps.store.currentGeneration()];
    const report = await buildReport(deps);
    expect(report).toMatchObject({
      unchanged: ['harbour.txt', 'school.txt'],
      documents: 2,
      deskDocuments: 0,
      embeddedPassages: 0,
    });
    expect(deps.store.calls).toEqual(calls);
    expect(await deps.store.currentGeneration()).toBe(generation);
  });

  it('keeps stories up to date as retellings come and go', async () => {
    const text = 'Herring\n\nTalks about the herring quota entered their third week.';
    const deps = createBuildDeps({ source: createMemoryFileSource({ ...CORPUS, 'a.txt': text }) });
    await buildReport(deps);
    const storiesOf = async () => {
      const { passages } = await deps.store.open();
      const ids = new Map((await passages.listDocuments()).map(({ id, path }) => [id, path]));
      return (await passages.listStories()).map((story) => story.map((id) => ids.get(id)).sort()).sort();
    };
    expect(await storiesOf()).toEqual([['a.txt'], ['harbour.txt'], ['school.txt']]);
    setFile(deps.source, 'b.txt', text);
    await buildReport(deps);
    expect(await storiesOf()).toEqual([['a.txt', 'b.txt'], ['harbour.txt'], ['school.txt']]);
    deps.source.files.delete('a.txt');
    await buildReport(deps);
    expect(await storiesOf()).toEqual([['b.txt'], ['harbour.txt'], ['school.txt']]);
  });

  it('tells the stories of an index that was made before there were any, embedding nothing', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource(CORPUS) });
    await buildReport(deps);
    const { manifest, ...index } = await deps.store.open();
    const { storyRule, ...older } = manifest;
    expect(storyRule).toMatch(/minhash/);
    const store = { ...deps.store, open: async () => ({ ...index, manifest: older }) };
    expect(await buildReport({ ...deps, store })).toMatchObject({ embeddedPassages: 0, documents: 2 });
    expect((await deps.store.open()).manifest.storyRule).toBe(storyRule);
    expect(deps.store.calls.filter((call) => call === 'commit')).toHaveLength(2);
  });

  it('drops what is gone even when nothing else has changed', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource(CORPUS) });
    await buildReport(deps);
    deps.source.files.delete('harbour.txt');
    expect(await buildReport(deps)).toMatchObject({
      removed: ['harbour.txt'],
      documents: 1,
      deskDocuments: 0,
      embeddedPassages: 0,
    });
    expect(await pathsOf(deps.store)).toEqual(['school.txt']);
  });

  it('ends with the index that a build from nothing makes, whatever was edited in between', async () => {
    const path = fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt');
    const words = fc.array(fc.constantFrom('harbour', 'school', 'rain', 'vote'), { maxLength: 6 });
    const edit = fc.record({ path, words: fc.option(words) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 5 }), async (rounds) => {
        const deps = createBuildDeps();
        for (const edits of rounds) {
          for (const { path: name, words: list } of edits) edited(deps.source, name, list);
          await buildReport(deps);
        }
        const fresh = createBuildDeps({ source: deps.source });
        await buildReport(fresh);
        if (rounds.length > 0) expect(await contents(deps.store)).toEqual(await contents(fresh.store));
      }),
      { numRuns: 40 },
    );
  });
});

function edited(source: MemoryFileSource, path: string, words: readonly string[] | null): void {
  if (words === null) source.files.delete(path);
  else setFile(source, path, words.length === 0 ? '' : `Title\n\n${words.join(' ')}.`);
}

async function contents(store: { open(): Promise<OpenIndex> }) {
  const { passages, vectors, terms, manifest } = await store.open();
  const documents = await passages.listDocuments();
  const texts = (await Promise.all(documents.map(({ id }) => passages.passagesOf(id)))).flat();
  return {
    manifest,
    documents: await Promise.all(documents.map(({ id }) => passages.document(id))),
    texts,
    vectors: await vectors.vectors(texts.map(({ id }) => id)),
    terms: await terms.query('harbour rain', { limit: 10 }),
    stories: await passages.listStories(),
  };
}

describe('embedding', () => {
  const LONG = Array.from({ length: 900 }, (_, at) => `Delegate ${at} spoke about the harbour.`).join('\n\n');

  /** An embedder that answers late ones first and counts what it has at once. */
  function createUnevenEmbedder() {
    const fake = createFakeEmbedder({ maxTokens: 60 });
    let atOnce = 0;
    const seen = { most: 0, callsAtOnce: 0 };
    let calls = 0;
    const embedder: Embedder = {
      ...fake,
      async embed(texts, options) {
        atOnce += texts.length;
        seen.callsAtOnce = Math.max(seen.callsAtOnce, ++calls);
        seen.most = Math.max(seen.most, atOnce);
        for (let turn = 0; turn < (texts.length * 7) % 5; turn++) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        const vectors = await fake.embed(texts, options);
        atOnce -= texts.length;
        calls--;
        return vectors;
      },
    };
    return { embedder, seen };
  }

  it('has some hundred passages on their way at most, and several calls at once', async () => {
    const { embedder, seen } = createUnevenEmbedder();
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`s${at}.txt`, `Short ${at}\n\nRain.`]),
    );
    const source = createMemoryFileSource({ ...files, 'long.txt': `Long\n\n${LONG}` });
    const report = await buildReport({ ...createBuildDeps({ source }), embedder });
    expect(report.passages).toBeGreaterThan(100);
    expect(seen.most).toBeLessThanOrEqual(256);
    expect(seen.callsAtOnce).toBeGreaterThan(4);
  });

  it('gives each passage its own vector, and writes documents in path order', async () => {
    const { embedder } = createUnevenEmbedder();
    const source = createMemoryFileSource({
      'b.txt': `Long\n\n${LONG}`,
      'a.txt': 'A\n\nRain fell.',
      'c.txt': 'C\n\nThe school opened.',
    });
    const deps = { ...createBuildDeps({ source }), embedder };
    await buildReport(deps);
    expect(deps.store.calls).toEqual(['begin', 'add a.txt', 'add b.txt', 'add c.txt', 'commit']);
    const even = createBuildDeps({ source, embedder: createFakeEmbedder({ maxTokens: 60 }) });
    await buildReport(even);
    expect((await contents(deps.store)).vectors).toEqual((await contents(even.store)).vectors);
  });

  it('embeds as passages, and question vectors find them', async () => {
    const deps = createBuildDeps({
      source: createMemoryFileSource(CORPUS),
      embedder: createFakeEmbedder({ dimensions: 32 }),
    });
    await buildReport(deps);
    expect(new Set(deps.embedder.calls.map(({ kind }) => kind))).toEqual(new Set(['passage']));
    const index = await deps.store.open();
    const [best] = await index.vectors.query(await embedQuestion('warm school meals'), { limit: 1 });
    expect((await index.passages.passages([best?.id ?? '']))[0]?.text).toContain('warm meals');
  });
});
