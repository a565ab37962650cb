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

  it('drops what stands in an element that is named for a box, not what a story quotes in one', async () => {
    const names = ['share-box', 'related-stories', 'authorBio', 'newsletter_signup', 'post-tags', 'byline'];
    const post = 'The eleven minutes are counted from the last car that leaves, not from the first.';
    for (const name of names) {
      const box = `<div class="${name}"><p>Sixty engineers without an engine ask where they are to go from here.</p></div>`;
      const embed = `<div class="social-embed"><blockquote><p>${post}</p></blockquote></div>`;
      expect(await read([H1, P[0], box, P[1], embed, ...P.slice(2)].join(''))).toEqual([
        ...paragraphs(STORY[0], STORY[1]),
        ['quotation', post],
        ...paragraphs(STORY[2], STORY[3]),
      ]);
    }
  });

  it('keeps the story where a site names the element around it for its author or its buttons', async () => {
    expect(await read(`${H1}<div class="author-lima share">${P.join('')}</div>`)).toEqual(
      paragraphs(...STORY),
    );
  });

  it('drops lists of stories with a line under each, and offers among links', async () => {
    const story = (name: string, about: string) =>
      `<div class="card"><div class="t"><a href="/x">${name}</a></div><div class="b">${about}</div></div>`;
    const cards = [
      story('Pilots leave', 'Two of them have told the harbour that they go before the winter.'),
      story('Welders are scarce', 'The yard looks for forty of them, and trains twelve by itself.'),
      story('A school by the sea', 'The lighthouse has room for ninety children, and one teacher.'),
    ].join('');
    expect(await read(H1 + P.join('') + cards)).toEqual(paragraphs(...STORY));
    const items = ['Pilots leave', 'Welders are scarce', 'A school by the sea', 'The last of the trams']
      .map((name) => `<li>Read <a href="/x">${name}</a></li>`)
      .join('');
    const list = `<h3>More great stories</h3><ul>${items}<li>Want to sail? See our <a href="/x">picks of boats</a>.</li></ul>`;
    expect(await read(H1 + P.join('') + list)).toEqual(paragraphs(...STORY));
  });

  it('drops stamps, notes on the author and what the page says of itself', async () => {
    const author = '<meta name="author" content="Ana Lima">';
    const body = [
      H1,
      '<p>Ana Lima City Ledger</p>',
      '<p>Ana Lima 2019-11-20 17:27:46</p>',
      P[0],
      P[1],
      '<p>Like this story? Share it with a friend!</p>',
      P[2],
      P[3],
      '<p>Ana Lima has written of ships and harbours for the Ledger since she was nineteen.</p>',
      '<p>Ben Okri contributed to this report.</p>',
      '<p>Get the harbour delivered to your inbox. Twelve issues cost nine crowns.</p>',
    ];
    expect(await read(body.join(''), author)).toEqual(paragraphs(...STORY));
  });

  it('drops a letter to the readers deep within the end of the story, not a table of its own matter', async () => {
    const deep = (inner: string) => `<div><div><div><div>${inner}</div></div></div></div>`;
    const letter =
      '<h5>A word</h5><p>Most of what we look into begins when somebody asks whether a rumor can be true, and we try to find out.</p><ul><li>Keiko Mori</li><li>Ben Okri</li><li>Karim Doss</li></ul>';
    expect(await read(H1 + P.join('') + deep(letter))).toEqual(paragraphs(...STORY));
    const again =
      'The company said that each of the electric ships carries 240 cars, and that the yard in Gdynia has set aside eleven minutes in port for the plugs.';
    expect(await read(H1 + P.join('') + deep(`<p>${again}</p>`))).toEqual(paragraphs(...STORY, again));
  });

  it('cuts appeals and credits from the end of a paragraph', async () => {
    const [first, ...rest] = P;
    const body = [
      H1,
      first?.replace('</p>', ' Read the original article.</p>'),
      ...rest.slice(0, 2),
      rest[2]?.replace('</p>', '<span>Karim Doss / City Press</span></p>'),
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
