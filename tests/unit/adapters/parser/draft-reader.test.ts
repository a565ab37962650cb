import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftReader } from '../../../../src/adapters/parser/draft-reader.ts';
import type { Draft } from '../../../../src/domain/draft.ts';

const said = ({ text }: Draft, spans: readonly { readonly start: number; readonly end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('drafts of plain text', () => {
  it('come back as they are', () => {
    const source = '\ufeffOne\r\n\u00a0 two  \u200b[a](b) <i>c</i>\n';
    expect(draftReader.read(source, 'text')).toMatchObject({ text: source, links: [], publishedAt: null });
  });
});

describe('drafts in Markdown', () => {
  const draft = draftReader.read(
    `---
date: 2026-07-01
---
# The year

The bridge [opened *again*](https://news.example/bridge), wrapped
over lines.[^1] It cost 41 crowns.[^cost]

- One
- Two

3. Three

[^1]: First, <https://news.example/one>
[^cost]: The **budget**.
`,
    'markdown',
  );

  it('are their words, a blank line between blocks', () => {
    expect(draft.text).toBe(
      'The year\n\nThe bridge opened again, wrapped over lines.[1] It cost 41 crowns.[2]\n\nOne\n\nTwo\n\nThree\n\n[1] First, https://news.example/one\n\n[2] The budget.',
    );
    expect(draft.publishedAt).toBe('2026-07-01');
  });

  it('keep where their links lead, and their notes', () => {
    expect(said(draft, draft.links)).toEqual(['opened again', '[1]', '[2]', 'https://news.example/one']);
    expect(draft.links.map(({ target }) => target)).toEqual([
      'https://news.example/bridge',
      '#note-1',
      '#note-cost',
      'https://news.example/one',
    ]);
    expect(said(draft, draft.anchors)).toEqual(['[1] First, https://news.example/one', '[2] The budget.']);
    expect(draft.items).toMatchObject([{ number: 3 }]);
  });

  it('are read as text where they are nested beyond reason', () => {
    expect(draftReader.read(`${'> '.repeat(4_000)}deep`, 'markdown').text).toContain('deep');
  });
});

describe('drafts in HTML', () => {
  it('are what a reader sees, without the page around it', () => {
    const draft = draftReader.read(
      `<html><head><title>x</title><meta property="article:published_time" content="2026-05-01"></head><body>
<nav><a href="/">Home</a></nav><article><header><h1>Fish &amp; chips</h1></header>
<p>One  two <a href="/a">link
 words</a>.<sup><a href="#n1">1</a></sup> 5 km<sup>2</sup> <b>bo</b>ld.<br>line</p>
<table><tr><td>A</td><td>5</td></tr></table><script>alert(1)</script><p hidden>no</p>
<footer><ol><li id="n1">Source <a href="#back">↩</a></li></ol></footer></article></body></html>`,
      'html',
    );
    expect(draft.text).toBe('Fish & chips\n\nOne two link words.[1] 5 km2 bold.\nline\n\nA 5\n\nSource');
    expect(said(draft, draft.links)).toEqual(['link words', '[1]']);
    expect(said(draft, draft.anchors)).toEqual(['Source']);
    expect(said(draft, draft.items)).toEqual(['Source']);
    expect(draft.publishedAt).toBe('2026-05-01');
  });

  it('keep their words however deep they are nested', () => {
    expect(draftReader.read(`${'<div>'.repeat(5_000)}deep`, 'html').text).toBe('deep');
  });

  it('have every span within their text, whatever they hold', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<a href="#x">',
        '</a>',
        '<li id="x">',
        '<ol>',
        '<sup>',
        '</sup>',
        ' a b ',
        '1',
        '\n',
        '<br>',
        '&amp;',
        '</li>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const draft = draftReader.read(pieces.join(''), 'html');
        for (const { start, end } of [...draft.links, ...draft.anchors, ...draft.items]) {
          expect(start).toBeLessThan(end);
          expect(draft.text.slice(start, end).trim()).toBe(draft.text.slice(start, end));
        }
      }),
    );
  });
});
