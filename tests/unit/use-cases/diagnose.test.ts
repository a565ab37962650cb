import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../../src/domain/errors.ts';
import type { SourceEntry } from '../../../src/ports/file-source.ts';
import type { OpenIndex } from '../../../src/ports/index-store.ts';
import { diagnose, type Probes } from '../../../src/use-cases/diagnose.ts';

const MANIFEST = {
  formatVersion: 1,
  fingerprint: 'now',
  madeWith: { model: 'small', dimensions: 3, splitter: 'words/2' },
  builtAt: '2026-05-03T10:00:00.000Z',
  documentCount: 2,
  passageCount: 5,
};

function storeOf(open: () => Promise<OpenIndex['manifest']>): Probes['store'] {
  const never = () => Promise.reject(new Error('A diagnosis changes nothing.'));
  const unread = { query: never, vectors: never, inverseDocumentFrequency: () => 0 };
  const passages = {
    ...{ document: never, passages: never, passagesOf: never, listDocuments: never },
    ...{ storyOf: never, listStories: never },
  };
  return {
    open: async () => ({ manifest: await open(), vectors: unread, terms: unread, passages }),
    traits: { name: 'none', comfortablePassages: null },
    currentGeneration: async () => 'g',
    begin: never,
  };
}

const file = (path: string): SourceEntry => ({ type: 'file', path, bytes: 1 });

function probesOf(fields: Partial<Probes> = {}, entries: readonly SourceEntry[] = [file('a.txt')]): Probes {
  return {
    runtimeVersion: '24.1.0',
    isRuntimeSupported: true,
    modelFiles: async () => [{ path: 'm.onnx', status: 'ok' }],
    modelFix: 'Copy it again.',
    answerer: null,
    verifier: null,
    source: { list: async () => entries, read: () => Promise.reject(new Error('not read')) },
    parsers: [{ name: 'text', extensions: ['.txt'], parse: () => Promise.reject(new Error('not parsed')) }],
    store: storeOf(async () => MANIFEST),
    fingerprint: 'now',
    hasPage: () => true,
    port: 4747,
    isPortFree: async () => true,
    ...fields,
  };
}

async function only(check: string, probes: Probes) {
  const findings = await diagnose(probes);
  expect(findings.filter((finding) => !finding.isGood).map((finding) => finding.check)).toEqual([check]);
  return findings.find((finding) => finding.check === check);
}

describe('diagnose', () => {
  it('finds nothing wrong where nothing is', async () => {
    const findings = await diagnose(probesOf({}, [file('a.txt'), file('B.TXT'), file('c.pdf')]));
    expect(findings.every(({ isGood, fix }) => isGood && fix === null)).toBe(true);
    expect(findings.map(({ words }) => words)).toEqual([
      'Node 24.1.0.',
      'All 1 files of the models are as they should be.',
      '2 articles, and 1 other files.',
      '2 articles in 5 passages, built 2026-05-03T10:00:00.000Z.',
      'Claims are judged by rules and the model on this machine; no language model is asked.',
      'The chat page is built.',
      'Port 4747 is free.',
    ]);
  });

  it('tells of the language model that is configured, and of a key that is not set', async () => {
    const name = 'openai/one';
    const findings = await diagnose(probesOf({ answerer: { name, missingKey: null } }));
    expect(findings.map(({ words }) => words)).toContain('Answers are written by openai/one.');
    expect(
      await only('answerer', probesOf({ answerer: { name, missingKey: 'OPENAI_API_KEY' } })),
    ).toMatchObject({
      words: 'The key of openai/one, which is to write answers, is not set.',
      fix: expect.stringContaining('Set the variable OPENAI_API_KEY'),
    });
  });

  it('tells who judges claims, what is sent to it, and of a key that is not set', async () => {
    const name = 'openai/one';
    const findings = await diagnose(probesOf({ verifier: { name, missingKey: null } }));
    expect(findings.map(({ words }) => words)).toContain(
      'Claims that rules do not settle are judged by openai/one; they and their sources are sent to it.',
    );
    expect(
      await only('verifier', probesOf({ verifier: { name, missingKey: 'OPENAI_API_KEY' } })),
    ).toMatchObject({
      words: 'The key of openai/one, which is to judge claims, is not set.',
      fix: expect.stringContaining('Set the variable OPENAI_API_KEY'),
    });
  });

  it('finds an old runtime', async () => {
    expect(await only('runtime', probesOf({ isRuntimeSupported: false }))).toMatchObject({
      fix: 'Install Node 22.18 or later.',
    });
  });

  it('finds files of the model that are missing or damaged', async () => {
    const modelFiles = async () => [
      { path: 'm.onnx', status: 'damaged' },
      { path: 't.json', status: 'missing' },
      { path: 'c.json', status: 'ok' },
    ];
    expect(await only('model', probesOf({ modelFiles }))).toMatchObject({
      words: 'Of the models, m.onnx is damaged, t.json is missing.',
      fix: 'Copy it again.',
    });
  });

  it('finds a corpus without articles', async () => {
    expect(await only('corpus', probesOf({}, [file('a.pdf')]))).toMatchObject({
      words: 'The corpus holds no article (.txt).',
    });
  });

  it('finds what of the corpus cannot be read', async () => {
    const locked: SourceEntry = { type: 'unreadable', path: 'b', reason: 'This user may not.' };
    expect(await only('corpus', probesOf({}, [file('a.txt'), locked]))).toMatchObject({
      words: '1 places of the corpus cannot be read, such as b: This user may not.',
    });
  });

  it('finds a corpus that cannot be read, with its own fix', async () => {
    const error = new CitedeskError('corpus-unreadable', 'No such folder.', { fix: 'Name one.' });
    const source = { list: () => Promise.reject(error), read: () => Promise.reject(error) };
    expect(await only('corpus', probesOf({ source }))).toMatchObject({
      words: 'No such folder.',
      fix: 'Name one.',
    });
  });

  it('finds an index that another program made', async () => {
    expect(await only('index', probesOf({ fingerprint: 'other' }))).toMatchObject({
      words: 'The index was made with small and the splitter words/2, not with what is set now.',
    });
  });

  it('finds an index that does not open', async () => {
    const error = new CitedeskError('index-missing', 'There is none.', { fix: 'Make one.' });
    const store = storeOf(() => Promise.reject(error));
    expect(await only('index', probesOf({ store }))).toMatchObject({
      words: 'There is none.',
      fix: 'Make one.',
    });
  });

  it('finds an empty index', async () => {
    const store = storeOf(async () => ({ ...MANIFEST, documentCount: 0 }));
    expect(await only('index', probesOf({ store }))).toMatchObject({ words: 'The index is empty.' });
  });

  it('finds a page that is not built and a port in use', async () => {
    expect(await only('page', probesOf({ hasPage: () => false }))).toMatchObject({
      fix: 'Run npm run build.',
    });
    expect(await only('port', probesOf({ isPortFree: async () => false }))).toMatchObject({
      words: 'Port 4747 is in use; a running Citedesk may be what uses it.',
    });
  });

  it('takes a probe that fails for a finding', async () => {
    const isPortFree = () => Promise.reject(new Error('EACCES'));
    expect(await only('port', probesOf({ isPortFree }))).toMatchObject({
      words: 'Looking at it failed: EACCES',
    });
  });
});
