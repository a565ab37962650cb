import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../../../src/domain/errors.ts';
import { createDesks } from '../../../../src/use-cases/create-desk.ts';
import { publicIndex } from '../../../../src/use-cases/public-index.ts';
import { buildReport, createBuildDeps, type FakeBuildDeps } from '../../../fakes/build-deps.ts';
import { createMemoryFileSource, setFile } from '../../../fakes/memory-file-source.ts';

const CORPUS = {
  'harbour.txt': 'Harbour opens\n\nThe harbour opened on Monday.',
  'school.txt': 'School meals\n\nThe school serves warm meals.',
};
const SIDECAR = 'school.txt.citedesk.yaml';

function depsOver(files: Readonly<Record<string, string>>, deskOnly: readonly string[] = []): FakeBuildDeps {
  const source = createMemoryFileSource(files);
  return createBuildDeps({ source, isDeskOnly: (path) => deskOnly.includes(path) });
}

const documentsOf = async ({ store }: FakeBuildDeps) => (await store.open()).passages.listDocuments();
const accessOf = async (deps: FakeBuildDeps) =>
  Object.fromEntries((await documentsOf(deps)).map(({ path, access }) => [path, access]));
const publicPaths = async ({ store }: FakeBuildDeps) =>
  (await (await publicIndex(await store.open())).passages.listDocuments()).map(({ path }) => path);

describe('a document’s access', () => {
  it('is public unless something says desk', async () => {
    const deps = depsOver({ ...CORPUS, [SIDECAR]: 'access: desk' }, ['harbour.txt']);
    expect(await buildReport(deps)).toMatchObject({
      documents: 2,
      deskDocuments: 2,
      warnings: [],
      skipped: [],
    });
    expect(await accessOf(deps)).toEqual({ 'harbour.txt': 'desk', 'school.txt': 'desk' });
    expect(await publicPaths(deps)).toEqual([]);
  });

  it('is not made public by a sidecar where the settings say desk', async () => {
    const deps = depsOver({ ...CORPUS, [SIDECAR]: 'access: public' }, ['school.txt']);
    await buildReport(deps);
    expect(await accessOf(deps)).toEqual({ 'harbour.txt': 'public', 'school.txt': 'desk' });
  });

  it('follows its sidecar at the next build, and nothing is embedded again', async () => {
    const deps = depsOver(CORPUS);
    await buildReport(deps);
    const steps = [
      ['access: desk', 'desk', ['school.txt']],
      ['access: desk\n', 'desk', ['school.txt']],
      ['access: desk\n', 'desk', []],
      ['date: 2026-05-03', 'public', ['school.txt']],
      ['access: desk', 'desk', ['school.txt']],
      [null, 'public', ['school.txt']],
      [null, 'public', []],
    ] as const;
    for (const [sidecar, access, changed] of steps) {
      if (sidecar === null) deps.source.files.delete(SIDECAR);
      else setFile(deps.source, SIDECAR, sidecar);
      expect(await buildReport(deps)).toMatchObject({ documents: 2, changed, embeddedPassages: 0 });
      expect((await accessOf(deps))['school.txt']).toBe(access);
      expect((await publicPaths(deps)).includes('school.txt')).toBe(access === 'public');
    }
  });

  it('follows the settings at the next build, and nothing is embedded again', async () => {
    const deps = depsOver(CORPUS);
    await buildReport(deps);
    for (const deskOnly of [['school.txt'], ['harbour.txt', 'school.txt'], ['harbour.txt'], []]) {
      const report = await buildReport({ ...deps, isDeskOnly: (path) => deskOnly.includes(path) });
      expect(report).toMatchObject({ deskDocuments: deskOnly.length, embeddedPassages: 0 });
      expect(await publicPaths(deps)).toEqual(Object.keys(CORPUS).filter((path) => !deskOnly.includes(path)));
    }
  });

  it('is the desk while its sidecar cannot be read', async () => {
    const deps = depsOver({ ...CORPUS, [SIDECAR]: 'access: [' });
    expect(await buildReport(deps)).toMatchObject({ warnings: [{ path: 'school.txt' }] });
    expect((await accessOf(deps))['school.txt']).toBe('desk');
    deps.source.files.delete(SIDECAR);
    const reason = 'No permission.';
    deps.source.extra.push({ type: 'unreadable', path: SIDECAR, reason });
    const report = await buildReport(deps);
    expect(report.warnings[0]?.words).toMatch(/sidecar cannot be read/);
    expect((await accessOf(deps))['school.txt']).toBe('desk');
  });
});

describe('an article that cannot be read now', () => {
  const unreadable = (path: string) => () => {
    throw new CitedeskError('file-unreadable', `${path} cannot be read.`);
  };

  it('stays as it was indexed, but for the desk alone where that is said now', async () => {
    const deps = depsOver(CORPUS);
    await buildReport(deps);
    setFile(deps.source, SIDECAR, 'access: desk');
    deps.source.beforeRead = (path) => {
      if (path === 'school.txt') unreadable(path)();
    };
    const report = await buildReport(deps);
    expect(report).toMatchObject({
      documents: 2,
      deskDocuments: 1,
      changed: ['school.txt'],
      embeddedPassages: 0,
    });
    expect(await publicPaths(deps)).toEqual(['harbour.txt']);
    deps.source.beforeRead = () => undefined;
    deps.source.files.delete(SIDECAR);
    await buildReport(deps);
    expect(await publicPaths(deps)).toEqual(['harbour.txt', 'school.txt']);
  });

  it('is kept for the desk by the settings, with its whole folder', async () => {
    const deps = depsOver({ 'town/mill.txt': 'Mill\n\nThe mill burned.', ...CORPUS });
    await buildReport(deps);
    deps.source.files.delete('town/mill.txt');
    deps.source.extra.push({ type: 'unreadable', path: 'town', reason: 'The folder cannot be read.' });
    await buildReport({ ...deps, isDeskOnly: (path) => path.startsWith('town/') });
    expect(await accessOf(deps)).toMatchObject({ 'town/mill.txt': 'desk', 'school.txt': 'public' });
  });
});

describe('a sidecar', () => {
  it('is no article, and gives its article what it states', async () => {
    const deps = depsOver({ ...CORPUS, [SIDECAR]: 'title: Warm meals\nauthor: Ana Lima\ndate: 2026-05-03' });
    const report = await buildReport(deps);
    expect(report).toMatchObject({ documents: 2, skipped: [] });
    const school = (await documentsOf(deps)).find(({ path }) => path === 'school.txt');
    expect(school).toMatchObject({ title: 'Warm meals', author: 'Ana Lima', publishedAt: '2026-05-03' });
  });

  it('has its article embedded again when it gives it another title, which is embedded with it', async () => {
    const deps = depsOver({ ...CORPUS, [SIDECAR]: 'title: Warm meals' });
    await buildReport(deps);
    setFile(deps.source, SIDECAR, 'title: Cold meals');
    expect(await buildReport(deps)).toMatchObject({ changed: ['school.txt'], embeddedPassages: 1 });
  });

  it('without an article is skipped, and says whose it would be', async () => {
    const { skipped } = await buildReport(depsOver({ 'gone.txt.citedesk.yaml': 'access: desk', ...CORPUS }));
    expect(skipped).toEqual([
      { path: 'gone.txt.citedesk.yaml', reason: 'It describes gone.txt, which is not there.' },
    ]);
  });
});

describe('both desks', () => {
  it('share one index; the public one follows settings that the index does not know yet', async () => {
    const deps = depsOver(CORPUS);
    await buildReport(deps);
    const [harbour, school] = await documentsOf(deps);
    let opened = 0;
    const store = {
      ...deps.store,
      open: () => {
        opened++;
        return deps.store.open();
      },
    };
    const unused = new Proxy({}, { get: () => () => Promise.reject(new Error('not used')) });
    const { desk, publicDesk } = createDesks(
      // Nothing but documents and the manifest is asked for here.
      { store, embedder: deps.embedder, answerer: unused, drafts: unused, verifier: unused } as never,
      (path) => path === 'school.txt',
    );
    expect((await desk.document(school?.id ?? ''))?.document.path).toBe('school.txt');
    expect(await publicDesk.document(school?.id ?? '')).toBeNull();
    expect((await publicDesk.document(harbour?.id ?? ''))?.document.path).toBe('harbour.txt');
    expect((await publicDesk.manifest()).documentCount).toBe(1);
    expect((await desk.manifest()).documentCount).toBe(2);
    expect(opened).toBe(1);
  });
});
