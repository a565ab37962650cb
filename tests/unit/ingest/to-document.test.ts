import { describe, expect, it } from 'vitest';
import { joinBlocks } from '../../../src/ingest/raw-block.ts';
import { toDocument } from '../../../src/ingest/to-document.ts';
import type { ParsedFile } from '../../../src/ports/parser.ts';

const parsed = (blocks: Parameters<typeof joinBlocks>[0], title: string | null = null): ParsedFile => ({
  title,
  author: null,
  publishedAt: null,
  url: null,
  language: null,
  warnings: [],
  ...joinBlocks(blocks),
});

describe('toDocument', () => {
  it('takes the title that the file states, else its first heading, else its name', async () => {
    const heading = [{ kind: 'heading', text: 'A heading' }] as const;
    const path = 'news/2026-05_levy vote.md';
    const titleOf = async (file: ParsedFile) =>
      (await toDocument({ path, contentHash: 'x', parsed: file })).title;
    expect(await titleOf(parsed(heading, 'Stated'))).toBe('Stated');
    expect(await titleOf(parsed(heading))).toBe('A heading');
    expect(await titleOf(parsed([]))).toBe('2026 05 levy vote');
  });

  it('keeps the path composed and the blocks exact', async () => {
    const blocks = [
      { kind: 'heading', text: 'One' },
      { kind: 'paragraph', text: 'Two words.' },
    ] as const;
    const document = await toDocument({ path: 'cafe\u0301.txt', contentHash: 'x', parsed: parsed(blocks) });
    expect(document.path).toBe('caf\u00e9.txt');
    expect(document.text).toBe('One\n\nTwo words.');
    expect(document.blocks.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'One',
      'Two words.',
    ]);
  });
});
