import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../../web/src/page/share/answer-sheet.ts';
import { conversationMarkdown } from '../../../../web/src/page/share/conversation-markdown.ts';
import { fileName } from '../../../../web/src/page/share/file-name.ts';
import { markdown, plainMarkdown } from '../../../../web/src/page/share/markdown.ts';
import { plainText } from '../../../../web/src/page/share/plain-text.ts';
import { en } from '../../../../web/src/strings/english.ts';
import { answered, conversation } from './kept.ts';

const [excerpt = null] = conversation('c', '').excerpts;
const sheet = sheetOf(answered('q1'), { strings: en, excerptOf: () => excerpt });
const AT_COST = 'https://news.example/bridge#:~:text=It%20cost%2018.4%20million.';

describe('an answer that leaves the page', () => {
  it('is plain text with numbered sources, the original at its words', () => {
    expect(plainText(sheet)).toBe(`When did the bridge open?

The bridge opened on Monday. [1] It cost 18.4 million. [2] [1] (Partly supported)

Sources disagree: the cost:
- “It cost 18.4 million.” A *bold* bridge, 4 Mar 2026
    ${AT_COST}
- “The bridge opened on Monday.” A *bold* bridge, 4 Mar 2026
    https://news.example/bridge#:~:text=The%20bridge%20opened%20on%20Monday.

Sources:
[1] “The bridge opened on Monday.” A *bold* bridge, 4 Mar 2026
    https://news.example/bridge#:~:text=The%20bridge%20opened%20on%20Monday.
[2] “It cost 18.4 million.” A *bold* bridge, 4 Mar 2026
    ${AT_COST}

Also reported by:
- Wire: bridge open`);
  });

  it('is Markdown whose texts show as they are', async () => {
    const html = await marked.parse(markdown(sheet));
    expect(html).toContain('<h2>When did the bridge open?</h2>');
    expect(html).toContain(`<a href="${AT_COST}">A *bold* bridge</a>, 4 Mar 2026`);
    expect(html).toContain('It cost 18.4 million. [2][1] <em>(Partly supported)</em>');
  });

  it('is a conversation in one file', () => {
    const text = conversationMarkdown(conversation('c', '2026-11-02T10:00:00.000Z'));
    expect(text).toMatch(/^# When did the bridge open\?\n\n1 Nov 2026\n\n## When/);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '![x](https://evil.example/leak.png)',
    '[a](javascript:alert(1)) <https://evil.example>',
    '# not a heading',
    '1. not a list',
    '- nor this',
    '> nor a quotation',
    '`code` **bold** _it_ ~~gone~~ | cell | &lt;b&gt; \\* ***',
    '[1]: https://evil.example',
  ])('shows %j as it is in Markdown', async (text) => {
    const html = await marked.parse(`${plainMarkdown(text)}\n`);
    const shown = html
      .replace(/^<p>|<\/p>\n$/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    expect(shown).toBe(text);
  });
});

it.each([
  ['When did it open?', 'When-did-it-open.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['متى أعيد فتح الجسر؟', 'متى-أعيد-فتح-الجسر.md'],
  ['???', 'conversation.md'],
])('names a file after %j', (title, name) => {
  expect(fileName(title, 'md')).toBe(name);
});
