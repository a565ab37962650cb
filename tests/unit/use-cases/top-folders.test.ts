import { expect, it } from 'vitest';
import { topFolders } from '../../../src/use-cases/top-folders.ts';

it('counts the articles of each top folder', () => {
  const paths = ['readme.md', '2026/b.md', '2025/a.md', '2026/03/c.md', 'étranger/d.md'];
  expect(topFolders(paths)).toEqual([
    { name: '2025', articles: 1 },
    { name: '2026', articles: 2 },
    { name: 'étranger', articles: 1 },
  ]);
  expect(topFolders([])).toEqual([]);
});
