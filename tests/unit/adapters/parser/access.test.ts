import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../../../src/adapters/parser/html-parser.ts';
import { markdownParser } from '../../../../src/adapters/parser/markdown-parser.ts';
import { textParser } from '../../../../src/adapters/parser/text-parser.ts';
import { readYamlSidecar } from '../../../../src/adapters/parser/yaml-sidecar.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const STORY = 'The mill burned on Friday and nobody was hurt, the mayor said.';
const PAGE = `<title>Mill fire</title><article><h1>Mill fire</h1>${`<p>${STORY} It stood for a hundred years beside the river.</p>`.repeat(4)}</article>`;

const PARSERS = { md: markdownParser, txt: textParser, html: htmlParser };

async function read(format: keyof typeof PARSERS, text: string) {
  const { access, warnings, ...rest } = await PARSERS[format].parse({
    path: `a.${format}`,
    bytes: bytesOf(text),
  });
  return { access, warnings, text: rest.text, title: rest.title };
}

describe('who may see an article', () => {
  it.each([
    ['md', `---\ntitle: Mill\naccess: desk\n---\n\n${STORY}`, 'desk'],
    ['md', `---\ntitle: Mill\nAccess: "Desk"\n---\n\n${STORY}`, 'desk'],
    ['md', `---\ntitle: Mill\naccess: public\n---\n\n${STORY}`, 'public'],
    ['md', `---\ntitle: Mill\naccess:\n---\n\n${STORY}`, undefined],
    ['md', STORY, undefined],
    // Front matter that is broken keeps what it keeps.
    ['md', `---\ntitle: Mill: fire: again\naccess: desk\n---\n\n${STORY}`, 'desk'],
    ['md', `---\ntitle: Mill\naccess: desk\n\n${STORY}`, 'desk'],
    ['md', `---\r\ntitle: Mill\r\naccess: desk\r\n---\r\n\r\n${STORY}`, 'desk'],
    ['md', `+++\ntitle = "Mill"\naccess = "desk"\n+++\n\n${STORY}`, 'desk'],
    ['txt', `Mill fire\nAccess: desk\n\n${STORY}`, 'desk'],
    ['txt', `Access: desk\n\n${STORY}`, 'desk'],
    ['txt', `Title: Mill\nAccess: public\n\n${STORY}`, 'public'],
    ['txt', `---\ntitle: Mill\naccess: desk\n---\n${STORY}`, 'desk'],
    ['txt', `The fair\n\nAccess: free with a ticket.\n\n${STORY}`, undefined],
    ['html', `<meta name="citedesk:access" content="desk">${PAGE}`, 'desk'],
    ['html', `---\naccess: desk\n---\n${PAGE}`, 'desk'],
    ['html', PAGE, undefined],
  ] as const)('is read from %s: %j', async (format, text, access) => {
    const parsed = await read(format, text);
    expect(parsed.access).toBe(access);
    expect(parsed.text).toContain('nobody was hurt');
    if (!text.includes('---')) expect(parsed.text).not.toMatch(/access: (?:desk|public)/i);
  });

  it.each([
    ['md', `---\naccess: internal\n---\n\n${STORY}`],
    ['md', `---\naccess: [staff]\n---\n\n${STORY}`],
    ['md', `---\naccess: false\n---\n\n${STORY}`],
    ['txt', `Title: Mill\nAccess: internal\n\n${STORY}`],
    ['html', `<meta name="citedesk:access" content="staff">${PAGE}`],
  ] as const)('is the desk where a word is neither, with a warning: %s %j', async (format, text) => {
    const parsed = await read(format, text);
    expect(parsed.access).toBe('desk');
    expect(parsed.warnings.join()).toContain('neither public nor desk');
  });

  it('takes front matter of a plain text for what it is', async () => {
    const parsed = await read('txt', `---\ntitle: Mill fire\ndate: 2026-05-03\n---\n\n${STORY}`);
    expect(parsed).toMatchObject({ title: 'Mill fire', text: STORY, warnings: [] });
  });
});

describe('a sidecar', () => {
  const sidecar = (text: string) => readYamlSidecar(bytesOf(text));

  it('says what front matter says', () => {
    const text =
      'access: desk\ntitle: Mill fire\ndate: 3 May 2026\nauthor: Ana Lima\nurl: https://news.example/mill';
    expect(sidecar(text)).toEqual({
      access: 'desk',
      title: 'Mill fire',
      author: 'Ana Lima',
      publishedAt: '2026-05-03',
      url: 'https://news.example/mill',
      language: null,
      warnings: [],
    });
  });

  it('may say nothing', () => {
    expect(sidecar('')).toMatchObject({ title: null, warnings: [] });
    expect(sidecar('# later')).not.toHaveProperty('access');
  });

  it.each(['access: [', '- access\n- desk', 'just words', '\0\0\0', 'a: &a [*a]\nb: *a'])(
    'that cannot be read keeps the article for the desk: %j',
    (text) => {
      const { access, warnings } = sidecar(text);
      expect(access).toBe('desk');
      expect(warnings).toHaveLength(1);
    },
  );

  it('is warned of for a field that it misspells', () => {
    expect(sidecar('acces: desk').warnings.join()).toContain('"acces"');
  });
});
