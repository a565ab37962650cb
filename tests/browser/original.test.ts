import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressAtWords } from '../../web/src/text/text-fragment.ts';
import { CHROMIUM, openBrowser, openContext, SKIP_REASON } from './browser.ts';

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

describe.skipIf(CHROMIUM === '')(
  `the original at the cited words (without a browser: ${SKIP_REASON})`,
  () => {
    let browser: Browser;
    let server: Server;
    let paragraphs: readonly string[] = [];

    beforeAll(async () => {
      browser = await openBrowser();
      server = createServer((_, response) => {
        const body = paragraphs.map((text) => `<p>${text.replace('&', '&amp;')}</p>`).join('\n');
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(`<!doctype html><title>Original</title>${body}`);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    it.each(PAGES)('scrolls to %s', async (_, before, passage) => {
      const last = `At last it poured. ${passage}`;
      paragraphs = [...before, last, ...filler('After all.')];
      const text = paragraphs.join('\n\n');
      const start = text.indexOf(last) + last.length - passage.length;
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const url = addressAtWords(`http://127.0.0.1:${port}/`, text, { start, end: start + passage.length });
      const context = await openContext(browser, 'desktop');
      const page = await context.newPage();
      await page.goto(url);
      const place = () =>
        page.evaluate<number>(
          `[...document.querySelectorAll('p')].find((p) => p.textContent.startsWith('At last')).getBoundingClientRect().top`,
        );
      await expect.poll(place).toBeLessThan(800);
      expect(await place()).toBeGreaterThan(-200);
      await context.close();
    });
  },
);
