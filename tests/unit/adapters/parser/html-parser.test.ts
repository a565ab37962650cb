import { describe, expect, it } from 'vitest';
import { readHtmlPage } from '../../../../src/adapters/parser/html-page.ts';
import { htmlParser } from '../../../../src/adapters/parser/html-parser.ts';

const parse = (html: string) => htmlParser.parse({ path: 'a.html', bytes: new TextEncoder().encode(html) });
const rawBlocks = (html: string) => readHtmlPage(html).blocks.map(({ kind, text }) => [kind, text]);

const STORY = [
  'The ferry company has ordered two electric ships from a yard in Gdynia, it said on Monday, to replace the oldest of its fleet.',
  'Each ship carries 240 cars and needs eleven minutes in port to load its batteries, according to the company and the yard.',
  'Unions welcomed the order, but asked what becomes of the sixty engineers who keep the old ships going.',
];
const page = (head: string, body = STORY.map((text) => `<p>${text}</p>`).join('')) =>
  `<html><head>${head}</head><body><h1>Two electric ships</h1>${body}</body></html>`;

describe('htmlParser metadata', () => {
  it('prefers linked data over meta elements over the page', async () => {
    const linked = JSON.stringify({
      '@graph': [
        { '@type': 'Organization', name: 'The Ledger' },
        {
          '@type': ['NewsArticle'],
          headline: 'Two electric ships',
          author: { name: 'Ana Lima' },
          datePublished: '2026-05-03T07:30:00+02:00',
          inLanguage: 'en',
        },
      ],
    });
    const file = await parse(
      page(
        `<script type="application/ld+json">${linked}</script><meta name="author" content="Desk"><meta name="date" content="2020-01-01"><link rel="canonical" href="https://news.example/ships">`,
      ),
    );
    expect(file).toMatchObject({
      title: 'Two electric ships',
      author: 'Ana Lima',
      publishedAt: '2026-05-03T07:30:00+02:00',
      url: 'https://news.example/ships',
      language: 'en',
      text: STORY.join('\n\n'),
    });
  });

  it('reads whose page it is, the article’s own word before the site’s', async () => {
    const publisher = async (head: string) =>
      (await htmlParser.parse({ path: 'a.html', bytes: new TextEncoder().encode(`<head>${head}</head>`) }))
        .publisher;
    const site = '<meta property="og:site_name" content="Ledger Online">';
    const article =
      '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Merrow Ledger"}}</script>';
    expect(await publisher(site)).toBe('Ledger Online');
    expect(await publisher(site + article)).toBe('The Merrow Ledger');
    expect(await publisher('<meta property="og:site_name" content="https://x.example">')).toBeUndefined();
  });

  it('reads Open Graph and survives broken linked data', async () => {
    const file = await parse(
      page(
        '<script type="application/ld+json">{"@type": "NewsArticle", oops</script><meta property="og:title" content="Two electric ships | Ledger"><meta property="og:site_name" content="Ledger"><meta property="article:published_time" content="2026-05-03T05:30:00Z"><meta property="og:url" content="https://news.example/o"><meta property="og:locale" content="en_GB">',
      ),
    );
    expect(file).toMatchObject({
      title: 'Two electric ships',
      publishedAt: '2026-05-03T05:30:00Z',
      url: 'https://news.example/o',
      language: 'en-GB',
    });
  });

  it('finds the address that a browser leaves in a saved page, and the date beside the headline', async () => {
    const file = await parse(
      `<!-- saved from url=(0031)https://news.example/saved.html -->${page('<title>Two electric ships - The Ledger</title>', `<div>Sunday, 3 May 2026</div>${STORY.map((text) => `<p>${text}</p>`).join('')}`)}`,
    );
    expect(file).toMatchObject({
      title: 'Two electric ships',
      url: 'https://news.example/saved.html',
      publishedAt: '2026-05-03',
    });
  });

  it('refuses addresses that are no web page', async () => {
    expect((await parse(page('<link rel="canonical" href="javascript:alert(1)">'))).url).toBeNull();
  });

  it('reads the encoding that the page declares', async () => {
    const html = page('<meta charset="windows-1251">').replace('electric', 'Привет');
    const bytes = Uint8Array.from(html, (character) => {
      const code = character.charCodeAt(0);
      return code >= 0x410 ? code - 0x350 : code;
    });
    const file = await htmlParser.parse({ path: 'a.html', bytes });
    expect(file.title).toBe('Two Привет ships');
    expect(file.warnings).toEqual([]);
  });
});

describe('readHtmlPage', () => {
  it('parts paragraphs at two line breaks and joins a sentence over one', () => {
    expect(rawBlocks('<div>One goes<br>on here.<br><br>Two.<br>Three</div>')).toEqual([
      ['paragraph', 'One goes on here.'],
      ['paragraph', 'Two.'],
      ['paragraph', 'Three'],
    ]);
  });

  it('drops what the page does not show', () => {
    const hidden =
      '<script>s</script><style>t</style><noscript>n</noscript><iframe>i</iframe><template>t</template><!-- c --><p hidden>h</p><p style="display: none">d</p><p aria-hidden="true">a</p><span class="sr-only">r</span><select><option>o</option></select><svg><text>v</text></svg>';
    expect(rawBlocks(`${hidden}<p>Shown</p>`)).toEqual([['paragraph', 'Shown']]);
  });

  it('makes rows of tables of data and paragraphs of tables of layout', () => {
    expect(rawBlocks('<table><tr><th>Car<th>Toll<tr><td>Small<td>28</table>')).toEqual([
      ['table-row', 'Car · Toll'],
      ['table-row', 'Small · 28'],
    ]);
    expect(
      rawBlocks(`<table><tr><td>Menu</td><td><p>${STORY[0]}</p><p>${STORY[1]}</p></td></tr></table>`),
    ).toEqual([
      ['paragraph', 'Menu'],
      ['paragraph', STORY[0]],
      ['paragraph', STORY[1]],
    ]);
  });

  it('decodes entities and tells kinds', () => {
    expect(
      rawBlocks(
        '<h2>A &amp; B</h2><ul><li>One &euro;</ul><blockquote><p>&ldquo;Two&rdquo;</blockquote><figcaption>Three</figcaption><pre>a\nb</pre>',
      ),
    ).toEqual([
      ['heading', 'A & B'],
      ['list-item', 'One €'],
      ['quotation', '“Two”'],
      ['caption', 'Three'],
      ['paragraph', 'a b'],
    ]);
  });

  it('keeps the words of unclosed and wrongly closed elements', () => {
    expect(rawBlocks('<div><p>One<p>Two</b></section> and a half<div>Three</p><div>Four')).toEqual(
      ['One', 'Two and a half', 'Three', 'Four'].map((text) => ['paragraph', text]),
    );
  });

  it('keeps the words of a page nested beyond reason, in bounded time', () => {
    const deep = `${'<div>'.repeat(100_000)}<p>${STORY[0]}</p>${'</div>'.repeat(100_000)}`;
    expect(rawBlocks(deep)).toEqual([['paragraph', STORY[0]]]);
    expect(rawBlocks(`${'<table><tr><td>'.repeat(20_000)}${STORY[0]}`)).toEqual([['paragraph', STORY[0]]]);
  });
});

describe('htmlParser cleaning', () => {
  it('gives no text for a page of links', async () => {
    const links = Array.from(
      { length: 40 },
      (_, index) => `<li><a href="/${index}">Topic number ${index}</a></li>`,
    );
    expect((await parse(page('', `<ul>${links.join('')}</ul>`))).text).toBe('');
  });

  it('finds a story without any telling element', async () => {
    const bare = STORY.map((text) => `${text}<br><br>`).join('');
    const file = await parse(
      `<title>x</title><a href=1>Home</a> <a href=2>News</a><br><br>${bare}<a href=3>Print</a>`,
    );
    expect(file.text).toBe(STORY.join('\n\n'));
  });

  it('keeps a right-to-left story and drops its menu', async () => {
    const story = [
      'הגשר הישן בעמק נפתח ביום שישי לתנועה, לאחר שנתיים של עבודות, כך הודיעה העירייה.',
      'העבודות עלו 14 מיליון שקלים, שני מיליונים יותר מן התקציב, כך נמסר.',
    ];
    const file = await parse(
      `<html lang="he" dir="rtl"><body><nav><a href="/">ראשי</a> <a href="/n">חדשות</a></nav><article>${story.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
    );
    expect(file).toMatchObject({ language: 'he', text: story.join('\n\n') });
  });
});
