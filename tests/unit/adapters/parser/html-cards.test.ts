import { describe, expect, it } from 'vitest';
import { readHtmlPage } from '../../../../src/adapters/parser/html-page.ts';

const texts = (html: string) => readHtmlPage(html).blocks.map(({ text }) => text);
const HEADLINES = [
  'Pilots threaten to leave the harbour by autumn',
  'Ferry company counts its oldest ships again',
  'Yard in Gdynia looks for three hundred welders',
];
const links = HEADLINES.map((text) => `<a href="/x">${text}</a> `).join('');

describe('cards over running text', () => {
  it('are no part of the sentence that they hang in', () => {
    const card = `<span class="c1"><a href="/lima">Ana Lima</a><span class="c2"><span><span><img src="a.jpg"><a href="/lima">Ana Lima</a>${links}</span></span><a href="/lima">More</a></span></span>`;
    expect(
      texts(
        `<p><span>The order goes back to Mayor ${card} (Left), who <a href="/y">asked</a> for it.</span></p>`,
      ),
    ).toEqual(['The order goes back to Mayor Ana Lima (Left), who asked for it.']);
  });

  it('are known by name or role too', () => {
    expect(texts('<p>A <span role="tooltip">moored for good</span>laid-up ship.</p>')).toEqual([
      'A laid-up ship.',
    ]);
    expect(
      texts(
        '<p>A <span class="tooltip">hulk<span class="tooltip-text">A ship without masts</span></span> lay there.</p>',
      ),
    ).toEqual(['A hulk lay there.']);
    expect(
      texts(
        '<p>Mayor <span class="hover-card">Lima<div><h4>Ana Lima</h4><p>Born in 1970.</p></div></span> said no.</p>',
      ),
    ).toEqual(['Mayor Lima said no.']);
  });

  it('leave links that a sentence names', () => {
    const named = `The plan rests on <span>${HEADLINES.slice(0, 2)
      .map((text) => `<a href="/x">${text}</a>`)
      .join(' and ')}</span>, two reports of the harbour.`;
    expect(texts(`<p>${named}</p>`)).toEqual([
      `The plan rests on ${HEADLINES[0]} and ${HEADLINES[1]}, two reports of the harbour.`,
    ]);
    expect(
      texts(`<p>Among them <span><a>Rostock</a>, <a>Gdynia</a>, <a>Turku</a></span> and Riga.</p>`),
    ).toEqual(['Among them Rostock, Gdynia, Turku and Riga.']);
  });

  it('take time linear in the page', () => {
    const many = `<p>${`<span>${links}</span>`.repeat(20_000)}</p>`;
    expect(texts(`<p>Mayor Lima ${many} spoke.</p>`)[0]).toBe('Mayor Lima');
  });
});

describe('words under pictures', () => {
  it('are captions, and their credits stand apart', () => {
    const { blocks } = readHtmlPage(
      '<figure><img src="a.jpg"><span class="credit">Karim Doss</span><figcaption>The first ship leaves the dock<span class="credit">Karim Doss</span></figcaption></figure><p class="photo-caption">A hull</p><div class="has-captions"><p>A story.</p></div>',
    );
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['caption', 'Karim Doss'],
      ['caption', 'The first ship leaves the dock'],
      ['caption', 'Karim Doss'],
      ['caption', 'A hull'],
      ['paragraph', 'A story.'],
    ]);
  });
});
