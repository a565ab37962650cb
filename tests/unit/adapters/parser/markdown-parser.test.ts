import { describe, expect, it } from 'vitest';
import { markdownParser } from '../../../../src/adapters/parser/markdown-parser.ts';

const parse = (text: string) => markdownParser.parse({ path: 'a.md', bytes: new TextEncoder().encode(text) });

const PROSE = 'The board met on Tuesday and decided to raise the levy by two pounds a head.';

describe('markdownParser', () => {
  it('reads front matter in its usual spellings', async () => {
    const file = await parse(
      `---\nTitle: Levy rises\npublishedAt: 2026-05-03T07:30:00Z\nauthors: [Ana Lima, {name: Bo Chen}]\ncanonical: https://news.example/levy\nlang: en\n---\n${PROSE}\n`,
    );
    expect(file).toMatchObject({
      title: 'Levy rises',
      author: 'Ana Lima, Bo Chen',
      publishedAt: '2026-05-03T07:30:00Z',
      url: 'https://news.example/levy',
      language: 'en',
      text: PROSE,
      warnings: [],
    });
  });

  it('reads whose article it is; an address is no name', async () => {
    const stated = async (lines: string) => (await parse(`---\n${lines}\n---\n${PROSE}\n`)).publisher;
    expect(await stated('publisher: Merrow Ledger')).toBe('Merrow Ledger');
    expect(await stated('source: Coastline Wire')).toBe('Coastline Wire');
    expect(await stated('source: https://wire.example/1')).toBeUndefined();
    expect(await stated('title: Levy rises')).toBeUndefined();
  });

  it('takes the first heading where no title is stated', async () => {
    expect((await parse(`# Levy *rises*\n\n${PROSE}`)).title).toBe('Levy rises');
    expect((await parse(PROSE)).title).toBeNull();
  });

  it('reads broken front matter line by line, and says so', async () => {
    const file = await parse(
      `---\ntitle: Levy rises: again\ndate: 2026-05-03\nauthor: "Ana Lima\n---\n\n${PROSE}`,
    );
    expect(file).toMatchObject({
      title: 'Levy rises: again',
      author: 'Ana Lima',
      publishedAt: '2026-05-03',
      text: PROSE,
    });
    expect(file.warnings[0]).toMatch(/not valid YAML .*line by line/);
  });

  it('keeps the words of front matter that is none', async () => {
    const file = await parse(`---\nThe [wall was torn down.\nIt took: a day.\n---\n\n${PROSE}`);
    expect(file.text).toContain('The [wall was torn down.');
    expect(file.text).toContain(PROSE);
    expect(file.warnings).toHaveLength(1);
  });

  it('loses nothing where the front matter does not end', async () => {
    const file = await parse(`---\ntitle: Levy rises\n\n${PROSE}`);
    expect(file.text).toContain('Levy rises');
    expect(file.text).toContain(PROSE);
    expect(file.warnings).toEqual([expect.stringContaining('no closing')]);
  });

  it('takes a first line of dashes for a break where no keys follow', async () => {
    expect((await parse(`---\n\n${PROSE}`)).warnings).toEqual([]);
  });

  it('does not follow the aliases of a bomb', async () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b]`;
    const file = await parse(`---\n${bomb}\n---\n\n${PROSE}`);
    expect(file.text).toContain(PROSE);
    expect(file.warnings).toHaveLength(1);
  });

  it('leaves words and blocks, no markup', async () => {
    const file = await parse(
      `## What it costs\n\nA **bold** [link](https://x.example), \`code\` &amp; an entity.\n\n- One item here\n  - A nested one\n\n> A quotation.\n\n| Car | Toll |\n|---|---|\n| Small | 28 |\n\n![The wall](w.png)\n\n<div>Raw <b>HTML</b></div><script>no()</script>`,
    );
    expect(file.blocks.map(({ kind, start, end }) => [kind, file.text.slice(start, end)])).toEqual([
      ['heading', 'What it costs'],
      ['paragraph', 'A bold link, code & an entity.'],
      ['list-item', 'One item here'],
      ['list-item', 'A nested one'],
      ['quotation', 'A quotation.'],
      ['table-row', 'Car · Toll'],
      ['table-row', 'Small · 28'],
      ['caption', 'The wall'],
      ['paragraph', 'Raw HTML'],
    ]);
  });

  it('reads what is nested too deep as plain text', async () => {
    const file = await parse(`${'>'.repeat(20_000)} deep\n\n${PROSE}`);
    expect(file.text).toContain(PROSE);
  });
});
