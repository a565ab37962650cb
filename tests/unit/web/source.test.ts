import { describe, expect, it } from 'vitest';
import { readSource } from '../../../web/src/api/document.ts';

const DOCUMENT = {
  ...{ id: 'd1', path: 'a.md', title: 'A', author: null, publishedAt: null, language: 'en', text: 'Words.' },
  ...{
    url: 'javascript:alert(1)',
    contentHash: '0',
    blocks: [{ kind: 'marquee', start: 0, end: 6 }, { start: 'x' }],
  },
};

describe('readSource', () => {
  it('keeps what the panel shows, and makes it harmless', () => {
    expect(readSource({ document: DOCUMENT, passages: [], sentences: [] })).toEqual({
      ...{
        id: 'd1',
        path: 'a.md',
        title: 'A',
        author: null,
        publishedAt: null,
        language: 'en',
        text: 'Words.',
      },
      ...{ url: null, blocks: [{ kind: 'paragraph', start: 0, end: 6 }] },
    });
  });

  it.each([null, [], {}, { document: { id: 'd1' } }, { document: { ...DOCUMENT, id: '' } }])(
    'takes %j for no document',
    (value) => {
      expect(readSource(value)).toBeNull();
    },
  );
});
