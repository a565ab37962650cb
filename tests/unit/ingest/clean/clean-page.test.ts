import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../../../src/adapters/parser/html-parser.ts';

const STORY = [
  'The ferry company has ordered two electric ships from a yard in Gdynia, it said on Monday, to replace the oldest of its fleet.',
  'Each ship carries 240 cars and needs eleven minutes in port to load its batteries, according to the company and the yard.',
  'Unions welcomed the order, but asked what becomes of the sixty engineers who keep the old ships going through the winter.',
  'The harbour will build two towers with plugs at each end of the line, for which the region has set aside nine million.',
];
const P = STORY.map((text) => `<p>${text}</p>`);

async function read(body: string, head = '') {
  const html = `<html><head><title>Two electric ships</title>${head}</head><body><nav><a href="/">Home</a></nav><article>${body}</article><footer>© Ledger</footer></body></html>`;
  const { text, blocks } = await htmlParser.parse({ path: 'a.html', bytes: new TextEncoder().encode(html) });
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}
const paragraphs = (...texts: readonly (string | undefined)[]) => texts.map((text) => ['paragraph', text]);
const H1 = '<h1>Two electric ships</h1>';

describe('cleanPage', () => {
  it('drops a paragraph that is one link, whatever it says', async () => {
    const offer =
      '<p><a rel="nofollow" href="/pro">Get the Ledger Pro for as little as nine crowns. Use the word "SHIP". It offers you all the news that you need to steer by.</a></p>';
    expect(await read(H1 + P.join('') + offer)).toEqual(paragraphs(...STORY));
  });

  it('drops a list of headlines with its label, in every shape', async () => {
    const items = ['Pilots leave the harbour', 'Welders are scarce', 'A lighthouse turns into a school'];
    const shapes = [
      `<h4>More:</h4>${items.map((text) => `<ul><li><h4><a href="/x">${text}</a></h4></li></ul>`).join('')}`,
      `<h3>Trending news</h3><ul>${items.map((text) => `<li><a href="/x">${text}</a></li>`).join('')}</ul>`,
      `<p>More Ledger stories</p><ul>${items.map((text) => `<li>${text} <a href="/x">at the end of it all</a></li>`).join('')}</ul>`,
      `<div class="rail"><h3>Most read stories</h3>${items.map((text) => `<div class="t"><h3>NEW</h3><div>${text}</div></div>`).join('')}</div>`,
    ];
    for (const shape of shapes) {
      expect(await read(H1 + P.slice(0, 2).join('') + shape + P.slice(2).join(''))).toEqual(
        paragraphs(...STORY),
      );
    }
  });

  it('keeps captions that say something, once, and no credits', async () => {
    const figure = (caption: string) =>
      `<figure><img src="a.jpg"><span class="copyright">Getty Images</span><figcaption>${caption}</figcaption></figure>`;
    const says = 'The oldest of the ferries has run since 1961 under four names';
    const body = [
      H1,
      P[0],
      figure(says),
      P[1],
      figure(says),
      figure('Photo: Karim Doss / City Press'),
      P[2],
      figure('Media playback is unsupported on your device'),
      P[3],
    ];
    expect(await read(body.join(''))).toEqual([
      ...paragraphs(...STORY.slice(0, 1)),
      ['caption', says],
      ...paragraphs(...STORY.slice(1)),
    ]);
  });

  it('keeps the standfirst, known by its place, its name or the description', async () => {
    const says = 'Nine million for plugs at both ends of the line, and sixty engineers without an engine.';
    const meta = (text: string) => `<meta property="og:description" content="${text}">`;
    const expected = [['standfirst', says], ...paragraphs(...STORY)];
    expect(await read(`${H1}<h2>${says}</h2><div>By Ana Lima</div>${P.join('')}`)).toEqual(expected);
    expect(
      await read(`${H1}<div>By Ana Lima</div><div class="article-dek">${says}</div>${P.join('')}`),
    ).toEqual(expected);
    const short = 'Sixty engineers without an engine ask where to go';
    expect(await read(`${H1}<div>By Ana Lima</div><div>${short}</div>${P.join('')}`, meta(short))).toEqual([
      ['standfirst', short],
      ...paragraphs(...STORY),
    ]);
  });

  it('drops comments, counters of pictures, credits and the beginnings of other stories', async () => {
    const comment =
      '<li><p>I have sailed with the old ones for thirty years, and they never were late once.</p></li>';
    const body = [
      H1,
      '<div class="teaser"><h3><a href="/x">Pilots threaten to leave the harbour</a></h3><div>Two pilots have told the harbour,...</div></div>',
      P[0],
      '<p>Image 1 of 3</p><p>Harbour Museum via Getty Images</p>',
      ...P.slice(1),
      `<div class="comments-area"><ol>${comment.repeat(2)}</ol></div>`,
    ];
    expect(await read(body.join(''))).toEqual(paragraphs(...STORY));
  });

  it('keeps a heading with its section alone', async () => {
    const body = [
      H1,
      P[0],
      P[1],
      '<h2>The crews</h2>',
      '<h2>What becomes of them</h2>',
      P[2],
      P[3],
      '<h2>Background</h2>',
    ];
    expect(await read(body.join(''))).toEqual([
      ...paragraphs(STORY[0], STORY[1]),
      ['heading', 'What becomes of them'],
      ...paragraphs(STORY[2], STORY[3]),
    ]);
  });
});
