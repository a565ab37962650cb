import { describe, expect, it } from 'vitest';
import { explainFile } from '../../../src/use-cases/explain-file.ts';
import { createBuildDeps } from '../../fakes/build-deps.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import { createMemoryFileSource } from '../../fakes/memory-file-source.ts';

const TEXT = 'Harbour\n!warn Odd.\n\nThe harbour opened.\n\nIt rained on Tuesday.';

describe('explainFile', () => {
  it('shows what the index would hold of a file, and writes nothing', async () => {
    const deps = createBuildDeps({ source: createMemoryFileSource({ 'a.txt': TEXT }) });
    const explained = await explainFile(deps, 'a.txt');
    if (explained.type !== 'read') throw new Error(explained.reason);
    expect(explained.document).toMatchObject({ title: 'Harbour', path: 'a.txt' });
    expect(explained.blocks).toEqual([
      { kind: 'paragraph', text: 'The harbour opened.' },
      { kind: 'paragraph', text: 'It rained on Tuesday.' },
    ]);
    expect(explained.warnings).toEqual(['Odd.']);
    expect(deps.store.calls).toEqual([]);
    expect(deps.embedder.calls).toEqual([]);
  });

  it('counts the tokens of each passage with its title, all within the window', async () => {
    const sentences = Array.from({ length: 80 }, (_, at) => `Delegate ${at} spoke.`).join(' ');
    const deps = createBuildDeps({
      source: createMemoryFileSource({ 'a.txt': `Harbour\n\n${sentences}` }),
      embedder: createFakeEmbedder({ maxTokens: 80 }),
    });
    const explained = await explainFile(deps, 'a.txt');
    if (explained.type !== 'read') throw new Error(explained.reason);
    expect(explained.maxTokens).toBe(80);
    expect(explained.passages.length).toBeGreaterThan(2);
    for (const { text, start, end, tokens } of explained.passages) {
      expect(explained.document.text.slice(start, end)).toBe(text);
      expect(tokens).toBe(deps.embedder.countTokens(text) + 1);
      expect(tokens).toBeLessThanOrEqual(80);
    }
  });

  it.each([
    ['empty.txt', 'The file is empty.'],
    ['a.pdf', 'Files of the format .pdf are not read.'],
    ['gone.txt', 'gone.txt is not in the corpus.'],
  ])('says why it would hold nothing of %s', async (path, reason) => {
    const deps = createBuildDeps({ source: createMemoryFileSource({ 'empty.txt': '', 'a.pdf': 'x' }) });
    expect(await explainFile(deps, path)).toEqual({ type: 'skipped', path, reason });
  });
});
