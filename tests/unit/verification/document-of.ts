import type { Document } from '../../../src/domain/document.ts';

/** A document of one text; its title and date can be told. */
export function documentOf(
  text: string,
  { id = 'd1', title = 'Harbour news', publishedAt = '2026-05-03' } = {},
): Document {
  return {
    id,
    path: `${id}.txt`,
    contentHash: '',
    access: 'public',
    title,
    author: null,
    publishedAt,
    url: null,
    language: 'en',
    text,
    blocks: [],
  };
}
