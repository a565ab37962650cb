import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../../src/retrieval/glob.ts';

describe('globMatcher', () => {
  const cases: [glob: string, path: string, matches: boolean][] = [
    ['2026/**', '2026/a.md', true],
    ['2026/**', '2026/may/a.md', true],
    ['2026/**', '2025/a.md', false],
    ['2026/*', '2026/a.md', true],
    ['2026/*', '2026/may/a.md', false],
    ['*', 'a.md', true],
    ['*', '2026/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', '2026/may/a.md', true],
    ['**/*.md', '2026/may/a.txt', false],
    ['**/may/**', 'may/a.md', true],
    ['**/may/**', '2026/may/a.md', true],
    ['**/may/**', '2026/dismay/a.md', false],
    ['2026/??.md', '2026/ab.md', true],
    ['2026/??.md', '2026/abc.md', false],
    ['a?b', 'a/b', false],
    ['20{25,26}/*.{md,txt}', '2025/a.txt', true],
    ['20{25,26}/*.{md,txt}', '2024/a.txt', false],
    ['{a,b{c,d}}.md', 'bd.md', true],
    ['{a}.md', '{a}.md', true],
    ['what\\?.md', 'what?.md', true],
    ['what\\?.md', 'whats.md', false],
    ['2026', '2026/may/a.md', true],
    ['2026/', '2026/may/a.md', true],
    ['2026', '20261/a.md', false],
    ['a.md', 'a.md', true],
    ['a.md', 'aXmd', false],
    ['.drafts/*', '.drafts/a.md', true],
    ['*📰*.md', 'the 📰 of today.md', true],
    ['?.md', '📰.md', true],
    ['новости/*', 'новости/май.txt', true],
  ];
  it.each(cases)('%s over %s: %s', (glob, path, matches) => {
    expect(globMatcher(glob)(path)).toBe(matches);
  });

  it('finds a name in composed and in decomposed form', () => {
    expect(globMatcher('cafe\u0301/*')('café/a.md')).toBe(true);
  });

  it('names the limits', () => {
    expect(() => globMatcher('a'.repeat(257))).toThrow('at most 256 characters; this one has 257');
    expect(() => globMatcher('{a,b}'.repeat(6))).toThrow('at most 32 alternatives');
  });

  it('takes no time over what makes a regular expression run for hours', () => {
    const matches = globMatcher(`${'*?'.repeat(60)}!`);
    expect(matches('a'.repeat(1_000))).toBe(false);
    expect(globMatcher(`${'**/'.repeat(60)}!`)('a/'.repeat(1_000))).toBe(false);
  });

  it('agrees with a plain recursive matcher', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });
    fc.assert(
      fc.property(letters, path, (glob, text) => {
        fc.pre(/[*?]/.test(glob) && !glob.includes('***'));
        expect(globMatcher(glob)(text)).toBe(oracle(glob, text, true));
      }),
    );
  });
});

/** Slow and obvious: tries every way. */
function oracle(glob: string, path: string, atPartStart: boolean): boolean {
  if (glob === '') return path === '';
  const eat = (rest: string) => path !== '' && oracle(rest, path.slice(1), path[0] === '/');
  if (glob.startsWith('**/')) return (atPartStart && oracle(glob.slice(3), path, true)) || eat(glob);
  if (glob.startsWith('**')) return oracle(glob.slice(2), path, atPartStart) || eat(glob);
  if (glob.startsWith('*')) return oracle(glob.slice(1), path, atPartStart) || (path[0] !== '/' && eat(glob));
  if (glob.startsWith('?')) return path[0] !== '/' && eat(glob.slice(1));
  return path[0] === glob[0] && eat(glob.slice(1));
}
