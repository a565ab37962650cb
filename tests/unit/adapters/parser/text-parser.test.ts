import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParser } from '../../../../src/adapters/parser/text-parser.ts';

const parse = (text: string) => textParser.parse({ path: 'a.txt', bytes: new TextEncoder().encode(text) });
async function blocksOf(text: string): Promise<string[]> {
  const file = await parse(text);
  return file.blocks.map(({ kind, start, end }) => `${kind}: ${file.text.slice(start, end)}`);
}

const PROSE =
  'The board met on Tuesday and decided, after a long debate, to raise the levy by two pounds a head.';

describe('textParser', () => {
  it('takes the headline for the title', async () => {
    expect(await parse(`Levy rises\n\n${PROSE}`)).toMatchObject({
      title: 'Levy rises',
      text: `Levy rises\n\n${PROSE}`,
    });
  });

  it('reads whose article it is', async () => {
    const file = await parse(`Title: Levy rises\nPublisher: Merrow Ledger\n\n${PROSE}`);
    expect(file).toMatchObject({ publisher: 'Merrow Ledger', text: PROSE });
    expect('publisher' in (await parse(PROSE))).toBe(false);
  });

  it('has no title for a text that begins with a sentence', async () => {
    expect((await parse(`${PROSE}\n\n${PROSE}`)).title).toBeNull();
  });

  it('reads byline, date line and address, and leaves them out of the text', async () => {
    const file = await parse(
      `Levy rises\nBy Ana Lima and Bo Chen\n3 May 2026\n\n${PROSE}\n\nhttps://news.example/levy`,
    );
    expect(file).toMatchObject({
      title: 'Levy rises',
      author: 'Ana Lima and Bo Chen',
      publishedAt: '2026-05-03',
      url: 'https://news.example/levy',
      text: `Levy rises\n\n${PROSE}`,
    });
  });

  it('reads a dateline and keeps it', async () => {
    const file = await parse(`Levy rises\n\nLONDON, May 3, 2026 (Wire) - ${PROSE}`);
    expect(file.publishedAt).toBe('2026-05-03');
    expect(file.text).toContain('LONDON, May 3');
  });

  it('reads a head of key and value lines', async () => {
    const file = await parse(
      `Title: Levy rises\nAuthor: Ana Lima\nDate: 3 May 2026\nLang: en_gb\n\n${PROSE}`,
    );
    expect(file).toMatchObject({
      title: 'Levy rises',
      author: 'Ana Lima',
      publishedAt: '2026-05-03',
      language: 'en-GB',
      text: PROSE,
    });
  });

  it('takes prose with a colon for prose', async () => {
    const file = await parse(`Source: nobody would say who it was.\n\n${PROSE}`);
    expect(file.text).toContain('nobody would say');
    expect((await parse(`By the end of May, the wall was gone.\n\n${PROSE}`)).author).toBeNull();
  });

  it('joins the lines of wrapped text', async () => {
    const wrapped =
      'The board met on Tuesday and decided, after a long debate, to raise\nthe levy by two pounds a head. Nobody left the room before the exam-\nple was set, and the vote was close enough to be counted twice over\nby the clerk.\n\nThe example stands.';
    expect(await blocksOf(wrapped)).toEqual([
      'paragraph: The board met on Tuesday and decided, after a long debate, to raise the levy by two pounds a head. Nobody left the room before the example was set, and the vote was close enough to be counted twice over by the clerk.',
      'paragraph: The example stands.',
    ]);
  });

  it('leaves short lines between long ones alone', async () => {
    const long = `${PROSE} It was the third such vote in a year, and the clerk counted the hands of both sides twice.`;
    const rows = [
      'Small car toll by day and by night',
      'Lorry with a trailer and its toll',
      'Bus with more than nine seats free',
    ];
    expect(await blocksOf([long, ...rows, long].join('\n'))).toHaveLength(5);
  });

  it('tells lists, quotations, tables and headings', async () => {
    expect(
      await blocksOf(
        `What it costs\n${PROSE}\n• Car: 28 crowns\n2) Lorry: 96 crowns\n> They said so.\nDay\tNight\n14\t48`,
      ),
    ).toEqual([
      'heading: What it costs',
      `paragraph: ${PROSE}`,
      'list-item: Car: 28 crowns',
      'list-item: Lorry: 96 crowns',
      'quotation: They said so.',
      'table-row: Day · Night',
      'table-row: 14 · 48',
    ]);
  });

  it('reads an empty file as no text', async () => {
    expect(await parse('')).toMatchObject({ title: null, text: '', blocks: [] });
    expect(await parse(' \n\n ')).toMatchObject({ text: '', blocks: [] });
  });

  it('refuses a binary file, whatever its name', async () => {
    const bytes = Uint8Array.from({ length: 999 }, (_, index) => (index * 89) % 251);
    await expect(textParser.parse({ path: 'a.txt', bytes })).rejects.toMatchObject({
      code: 'file-unsupported',
    });
  });

  it('refuses more lines than any text has', async () => {
    await expect(parse('ab\n'.repeat(300_001))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('gives exact blocks that join to the text, whatever it reads', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(PROSE, '', 'Share', '- item', 'a\tb', '1 2 3', 'By Ana Lima', '> q', 'Title: x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const { text, blocks } = await parse(lines.join('\n'));
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
        for (const { start, end } of blocks) expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su);
      }),
    );
  });
});
