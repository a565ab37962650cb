import { describe, expect, it } from 'vitest';
import { sitesOf, sitesSchema } from '../../../src/runtime/sites.ts';

describe('sites', () => {
  it('have limits of their own or the usual ones', () => {
    const sites = sitesSchema.parse([
      { key: 'news', origins: ['https://News.example:443', 'http://localhost:3000', 'null', '*'] },
      { key: 'blog', origins: ['https://blog.example'], questionsPerMinute: 3 },
    ]);
    const [news, blog] = sitesOf(sites, false);
    expect(news?.origins).toEqual(['https://news.example', 'http://localhost:3000', 'null', '*']);
    expect(news?.questionsPerMinutePerVisitor).toBeLessThan(news?.questionsPerMinute ?? 0);
    expect(blog?.questionsPerMinute).toBe(3);
  });

  it('are the demo for this machine alone where none is configured', () => {
    expect(sitesOf(undefined, true)).toMatchObject([{ key: 'demo', origins: 'loopback' }]);
    expect(sitesOf(undefined, false)).toEqual([]);
    expect(sitesOf([], true)).toEqual([]);
  });

  it.each([
    [{ key: 'a b', origins: ['https://a.example'] }],
    [{ key: '', origins: ['https://a.example'] }],
    [{ key: 'a', origins: [] }],
    [{ key: 'a', origins: ['a.example'] }],
    [{ key: 'a', origins: ['https://a.example/'] }],
    [{ key: 'a', origins: ['https://a.example/path'] }],
    [{ key: 'a', origins: ['https://user@a.example'] }],
    [{ key: 'a', origins: ['https://a.example'], questionsPerMinute: 0 }],
    [{ key: 'a', origins: ['https://a.example'], other: 1 }],
  ])('refuse %j', (site) => {
    expect(sitesSchema.safeParse([site]).success).toBe(false);
  });

  it('refuse a key that stands twice', () => {
    const site = { key: 'a', origins: ['https://a.example'] };
    expect(sitesSchema.safeParse([site, site]).success).toBe(false);
  });
});
