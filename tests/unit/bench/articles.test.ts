import { describe, expect, it } from 'vitest';
import { articleFile, generateArticle } from '../../../bench/texts/articles.ts';

describe('generated articles', () => {
  const articles = Array.from({ length: 60 }, (_, seed) => generateArticle(seed));

  it('are the same for the same seed, and differ otherwise', () => {
    expect(generateArticle(7)).toEqual(generateArticle(7));
    expect(new Set(articles.map(({ paragraphs }) => paragraphs.join())).size).toBe(60);
  });

  it('fill every slot', () => {
    expect(JSON.stringify(articles)).not.toMatch(/[{}]\w|undefined/);
  });

  it('are as long as news articles', () => {
    const lengths = articles.map(({ paragraphs }) => paragraphs.join(' ').split(' ').length);
    expect(Math.min(...lengths)).toBeGreaterThan(100);
    expect(Math.max(...lengths)).toBeLessThan(1_500);
  });

  it('come as text, Markdown and saved page by turns', () => {
    const names = articles.slice(0, 3).map((article, at) => articleFile(article, at).name);
    expect(names).toEqual(['article-00000.txt', 'article-00001.md', 'article-00002.html']);
  });
});
