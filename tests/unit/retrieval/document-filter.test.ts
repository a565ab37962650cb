import { describe, expect, it } from 'vitest';
import { type DocumentFilter, filterDocuments, isNarrowing } from '../../../src/retrieval/document-filter.ts';

const document = (id: string, path: string, publishedAt: string | null) => ({
  id,
  path,
  publishedAt,
  title: id,
  author: null,
  url: null,
  language: null,
  contentHash: '',
  access: 'public' as const,
  passageCount: 1,
});

const DOCUMENTS = [
  document('may', '2026/may.md', '2026-05-03'),
  document('late', '2026/late.md', '2026-05-31T23:30:00-05:00'),
  document('june', '2026/june.md', '2026-06-01T01:00:00+02:00'),
  document('old', 'archive/old.txt', '1963-01-04'),
  document('undated', 'archive/undated.txt', null),
];

const passing = (filter: DocumentFilter) => [...filterDocuments(DOCUMENTS, filter)];

describe('filterDocuments', () => {
  it('lets all through where nothing is asked', () => {
    expect(isNarrowing({})).toBe(false);
    expect(passing({})).toEqual(['may', 'late', 'june', 'old', 'undated']);
  });

  it('takes both days of a period in and leaves undated documents out', () => {
    expect(passing({ since: '2026-05-03' })).toEqual(['may', 'late', 'june']);
    expect(passing({ until: '2026-05-31' })).toEqual(['may', 'late', 'old']);
    expect(passing({ since: '2026-05-03', until: '2026-05-03' })).toEqual(['may']);
  });

  it('goes by the day that the article names in its own time zone', () => {
    expect(passing({ since: '2026-06-01' })).toEqual(['june']);
    expect(passing({ since: '2026-05-31T12:00:00Z', until: '2026-05-31' })).toEqual(['late']);
  });

  it('goes by the path', () => {
    expect(isNarrowing({ path: '2026/**' })).toBe(true);
    expect(passing({ path: 'archive/*' })).toEqual(['old', 'undated']);
    expect(passing({ path: '**/*.txt', until: '1999-12-31' })).toEqual(['old']);
    expect(passing({ path: 'nowhere/**' })).toEqual([]);
  });
});
