import { describe, expect, it } from 'vitest';
import { filterOf, NO_FILTER, pathGlob } from '../../../../web/src/page/tools/filter-choice.ts';

const TODAY = Date.parse('2026-11-22T12:00:00Z');

describe('filterOf', () => {
  it.each([
    [{}, {}],
    [{ period: 'week' }, { since: '2026-11-15' }],
    [{ period: 'month' }, { since: '2026-10-22' }],
    [
      { period: 'between', since: '2026-03-02', until: '2026-03-01' },
      { since: '2026-03-01', until: '2026-03-02' },
    ],
    [{ period: 'between', until: '2026-03-01' }, { until: '2026-03-01' }],
    [{ source: '2026/' }, { path: '2026/**' }],
    [{ source: null, path: ' budget.md ' }, { path: '**/budget.md' }],
    [{ source: null, path: '' }, {}],
  ] as const)('reads %j', (choice, filter) => {
    expect(filterOf({ ...NO_FILTER, ...choice }, TODAY)).toEqual(filter);
  });
});

describe('pathGlob', () => {
  it.each([
    ['2026', '2026/**'],
    ['./2026/03/', '2026/03/**'],
    ['2026\\03', '2026/03/**'],
    ['2026/budget.md', '2026/budget.md'],
    ['**/budget*', '**/budget*'],
  ])('takes %j for %j', (typed, glob) => {
    expect(pathGlob(typed)).toBe(glob);
  });
});
