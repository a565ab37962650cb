import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/http/plain-markdown.ts';

// A client that shows Markdown and lets HTML through: what it makes of the words.
const shown = (text: string) => marked.parse(plainMarkdown(text), { async: false });

describe('plainMarkdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script>'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['a <!-- b --> c <?php ?>', '&lt;!--'],
    ['see <https://evil.example>', '&lt;https:'],
  ])('opens no tag for %s', (text, part) => {
    expect(plainMarkdown(text)).toContain(part);
    expect(shown(text)).not.toMatch(/<(?!\/?p>|\/a>|a href="https:\/\/evil)/);
  });

  it.each([
    '![x](https://evil.example/?q=1)',
    '[click](https://evil.example)',
    '[1]: https://evil.example',
    '[a][b]',
    '```\nhidden',
    '`code`',
    '# Heading',
    '- item',
    '> quoted',
    '~~~',
  ])('makes nothing but a paragraph of %s', (text) => {
    expect(shown(text)).toMatch(/^<p>[^<]*(?:<a href="https:\/\/evil[^<]*<\/a>[^<]*)*<\/p>\n$/);
    expect(shown(text)).not.toMatch(/<(?:img|code|h1|li|blockquote|pre)/);
  });

  it('leaves ordinary sentences as they are', () => {
    const text = 'He said “3 < 5”, [the minister] added: profits & losses rose 4.5% to £3m (net).';
    expect(plainMarkdown(text)).toBe(text);
  });

  it('keeps to one line, and lets no tag through whatever the text', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      'b',
      '/',
      '!',
      '[',
      ']',
      '(',
      ')',
      '`',
      '\\',
      '\n',
      ' ',
      '#',
      ':',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const text = plainMarkdown(list.join(''));
        expect(text).not.toContain('\n');
        expect(text).not.toMatch(/<[a-z/!?]/i);
        expect(shown(list.join(''))).not.toMatch(/<(?:img|code|h\d|li|blockquote|pre|b|script|a )/);
      }),
    );
  });
});
