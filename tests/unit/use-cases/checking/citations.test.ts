import { describe, expect, it } from 'vitest';
import { draftReader } from '../../../../src/adapters/parser/draft-reader.ts';
import type { DraftFormat } from '../../../../src/domain/draft.ts';
import { checkableClaims } from '../../../../src/use-cases/checking/checkable-claims.ts';
import { readCitations } from '../../../../src/use-cases/checking/citing/citations.ts';
import { createSourceDirectory } from '../../../../src/use-cases/checking/citing/source-directory.ts';

const document = (id: string, fields: { path: string; title: string; url?: string; author?: string }) => ({
  ...{
    id,
    url: null,
    author: null,
    publishedAt: null,
    language: null,
    contentHash: '',
    access: 'public' as const,
    passageCount: 1,
  },
  ...fields,
});

const DIRECTORY = createSourceDirectory([
  document('d00000000000000a1', { path: '2026/ferry.txt', title: 'Ferry strikes a sandbank off the point' }),
  document('bridge', {
    path: '2026/bridge.md',
    title: 'The harbour bridge reopens',
    url: 'https://www.ledger.example/2026/03/bridge/?utm_source=x',
  }),
  document('wire', {
    path: 'wire/bridge.html',
    title: 'Traffic returns',
    url: 'https://coastline-wire.example/news/1',
    author: 'Coastline Wire staff',
  }),
]);

/** Each claim's text with the documents that are cited for it. */
function cited(source: string, format: DraftFormat = 'text'): [string, string[]][] {
  const draft = draftReader.read(source, format);
  const claims = checkableClaims(readCitations(draft, DIRECTORY), draft.text);
  return claims.map(({ text, citations }) => [
    text,
    [...new Set(citations.flatMap((one) => [...one.documentIds]))],
  ]);
}

describe('citations of a draft', () => {
  it.each([
    [
      'a link over words',
      'The bridge [is open](http://ledger.example/2026/03/bridge) now.',
      'markdown',
      'bridge',
    ],
    ['a link inside a site', 'The bridge <a href="/2026/03/bridge">is open</a> now.', 'html', 'bridge'],
    [
      'a link as Markdown writes it',
      'The bridge [is open](https://ledger.example/2026/03/bridge) now.',
      'text',
      'bridge',
    ],
    [
      'a bare address',
      'The bridge is open now (https://ledger.example/2026/03/bridge/amp/).',
      'text',
      'bridge',
    ],
    ['a path from above the corpus', 'The bridge is open now (corpus/2026/bridge.md).', 'text', 'bridge'],
    ['a path from beside it', 'The bridge [is open](../2026/bridge.md#top) now.', 'markdown', 'bridge'],
    ['a file alone', 'The ferry ran aground (ferry.txt).', 'text', 'd00000000000000a1'],
    [
      'a title in quotation marks',
      'As “The Harbour Bridge Reopens” says, the bridge is open.',
      'text',
      'bridge',
    ],
    ['an outlet by its site', 'According to Coastline Wire, the bridge is open.', 'text', 'wire'],
    [
      'an outlet by a word of its name',
      'The bridge is open, according to the Merrow Ledger.',
      'text',
      'bridge',
    ],
  ] as const)('are read from %s', (_, source, format, id) => {
    expect(cited(source, format).flatMap(([, ids]) => ids)).toEqual([id]);
  });

  it.each([
    ['an unknown address', 'The bridge [is open](https://elsewhere.example/x) now.', 'markdown'],
    ['a person', 'According to Anna Reed, the bridge is open.', 'text'],
    ['an office', 'According to the Ministry of Works, the bridge is open.', 'text'],
    ['a file name that is not there', 'The bridge is open (bridge.pdf).', 'text'],
    ['a mark without a note', 'The bridge is open [4].', 'text'],
  ] as const)('are none for %s', (_, source, format) => {
    expect(cited(source, format).flatMap(([, ids]) => ids)).toEqual([]);
  });

  it('are read from marks and a list of sources, each for its own sentence', () => {
    const draft = `The bridge is open [1]. It cost 41 crowns.[2] The ferry sank.¹ Both are true [1, 2].

Sources
[1] The Harbour Bridge Reopens, 12 March
[2] https://coastline-wire.example/news/1`;
    expect(cited(draft)).toEqual([
      ['The bridge is open [1].', ['bridge']],
      ['It cost 41 crowns.', ['wire']],
      ['The ferry sank.', ['bridge']],
      ['Both are true [1, 2].', ['bridge', 'wire']],
      ['Sources', []],
      ['[1] The Harbour Bridge Reopens, 12 March', []],
      ['[2] https://coastline-wire.example/news/1', []],
    ]);
  });

  it('are read from footnotes in Markdown and HTML', () => {
    expect(
      cited(
        'It is open.[^a] It was shut.\n\n[^a]: [Ledger](https://ledger.example/2026/03/bridge)',
        'markdown',
      ),
    ).toEqual([
      ['It is open.', ['bridge']],
      ['It was shut.', []],
      ['[1] Ledger', []],
    ]);
    const html =
      '<p>It is open.<sup><a href="#f">1</a></sup> It was shut.</p><ol><li id="f">2026/bridge.md</li></ol>';
    expect(cited(html, 'html').slice(0, 2)).toEqual([
      ['It is open.', ['bridge']],
      ['It was shut.', []],
    ]);
  });

  it('give claims that are the draft’s own words at their places', () => {
    const source =
      'It is open (https://ledger.example/2026/03/bridge). 2026/ferry.txt says that it sank. According to Coastline Wire, it is shut [1].\n\n[1] wire/bridge.html';
    const draft = draftReader.read(source, 'text');
    const claims = checkableClaims(readCitations(draft, DIRECTORY), source);
    expect(claims.map(({ text }) => text)).toEqual([
      'It is open (https://ledger.example/2026/03/bridge).',
      '2026/ferry.txt says that it sank.',
      'According to Coastline Wire, it is shut [1].',
      '[1] wire/bridge.html',
    ]);
    for (const { start, end, text } of claims) expect(source.slice(start, end)).toBe(text);
    expect(claims.at(-1)).toMatchObject({ kind: 'not-a-claim', why: 'It names a source.' });
  });

  it('give what is judged without who reported it, and nothing more', () => {
    const source =
      'As “The Harbour Bridge Reopens” says, it is open. It [cost 41 crowns](2026/bridge.md), the mayor said.';
    const { attributions } = readCitations(draftReader.read(source, 'text'), DIRECTORY);
    expect(attributions.map(({ start, end }) => source.slice(start, end))).toEqual([
      'As “The Harbour Bridge Reopens” says,',
    ]);
  });

  it('leave a chapter in prose below a heading "Notes" alone', () => {
    const prose = 'The mayor said that the bridge is open. '.repeat(12);
    expect(cited(`Intro here.\n\nNotes\n\n${prose}`).length).toBeGreaterThan(10);
  });
});
