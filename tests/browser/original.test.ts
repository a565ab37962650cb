import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressAtWords } from '../../web/src/text/text-fragment.ts';
import { type LocalServer, serveLocally } from '../fakes/local-server.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';

const filler = (words: string) => Array.from({ length: 60 }, (_, n) => `${n}. ${words}`);

// Far down each page stands the cited passage; where it stands once more above, only its surroundings tell.
const PAGES: readonly (readonly [string, readonly string[], string])[] = [
  ['a sentence', filler('The ferry sailed.'), 'The re-opened bridge, 18.4 m & all, is open.'],
  ['a repeated sentence', ['It rained.', ...filler('Nothing else happened on that day.')], 'It rained.'],
  ['a long passage', filler('The ferry sailed.'), `The council ${'met and spoke and '.repeat(30)}went home.`],
  ['Arabic', filler('أبحرت العبارة.'), 'أعيد فتح جسر الميناء صباح الاثنين، بعد أحد عشر شهرًا.'],
  [
    'Japanese',
    filler('船が出た。'),
    `港の橋が月曜日に再び開通した。${'市議会は費用を公表する予定だ。'.repeat(30)}`,
  ],
  ['Russian', filler('Паром ушёл.'), 'Мост — «открыт», сказал мэр.'],
];

describeInBrowser('the original at the cited words', (browser) => {
  let server: LocalServer;
  let paragraphs: readonly string[] = [];

  beforeAll(async () => {
    server = await serveLocally((_, response) => {
      const body = paragraphs.map((text) => `<p>${text.replace('&', '&amp;')}</p>`).join('\n');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>Original</title>${body}`);
    });
  });
  afterAll(async () => {
    await server?.close();
  });

  it.each(PAGES)('scrolls to %s', async (_, before, passage) => {
    const last = `At last it poured. ${passage}`;
    paragraphs = [...before, last, ...filler('After all.')];
    const text = paragraphs.join('\n\n');
    const start = text.indexOf(last) + last.length - passage.length;
    const url = addressAtWords(`${server.origin}/`, text, { start, end: start + passage.length });
    const { page, complaints, close } = await openPage(browser(), { url });
    const place = () =>
      page.evaluate<number>(
        `[...document.querySelectorAll('p')].find((p) => p.textContent.startsWith('At last')).getBoundingClientRect().top`,
      );
    await expect.poll(place).toBeLessThan(800);
    expect(await place()).toBeGreaterThan(-200);
    expect(complaints).toEqual([]);
    await close();
  });
});
