import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import { embeddingText } from '../../../src/ingest/embedding-text.ts';

const document: Document = {
  id: 'd1',
  path: 'levy.txt',
  contentHash: '',
  access: 'public',
  title: 'Council raises the levy',
  author: null,
  publishedAt: null,
  url: null,
  language: null,
  text: 'It rises by two pounds.',
  blocks: [{ kind: 'paragraph', start: 0, end: 23 }],
};
const passage: Passage = {
  id: 'd1.0',
  documentId: 'd1',
  ordinal: 0,
  heading: 'What changes',
  start: 0,
  end: 23,
};

describe('embeddingText', () => {
  it('puts title and heading over the words', () => {
    expect(embeddingText(document, passage)).toBe(
      'Council raises the levy\nWhat changes\nIt rises by two pounds.',
    );
  });

  it('says a title once that is the heading too', () => {
    expect(embeddingText(document, { ...passage, heading: document.title })).toBe(
      'Council raises the levy\nIt rises by two pounds.',
    );
  });

  it('leaves out a title that is a file name without words', () => {
    const named = { ...document, path: 'x/000_b97.txt', title: '000 b97' };
    expect(embeddingText(named, { ...passage, heading: null })).toBe('It rises by two pounds.');
  });

  it('cuts a long title between words', () => {
    const [line = ''] = embeddingText({ ...document, title: 'levy '.repeat(99).trim() }, passage).split('\n');
    expect(line.length).toBeLessThanOrEqual(120);
    expect(line.endsWith('levy')).toBe(true);
  });
});
