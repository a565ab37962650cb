import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxOf, paragraph } from '../fakes/docx.ts';
import { builtIndex, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import type { Size } from './browser.ts';
import { type CheckPage, openCheck, overflowingCheck } from './check-desk.ts';
import { describeInBrowser } from './describe-in-browser.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
// The first names a source that does not say it, and a wrong year.
const [LINK, CLAIM] = ['2026/school-meals-vote.md', 'The astrolabe was made in Lisbon in'];
const MARKDOWN = `# Week\n\n[${CLAIM} 1751](${LINK}). *It* is made of bronze.\n`;
const HTML = `<h1>Week</h1><p><a href="${LINK}">${CLAIM}\n 1751</a>. <em>It</em> is made of bronze.</p>`;
const WRONG_SOURCE = /cites “Council keeps free school meals/;

describeInBrowser('the check page and a draft that changes', (browser) => {
  let served: ServedDesk;

  beforeAll(async () => {
    served = await serveCitedesk(['--corpus', CORPUS, '--index', await builtIndex(CORPUS)]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  const withCheck = async (size: Size, use: (desk: CheckPage) => Promise<void>) => {
    const desk = await openCheck(browser(), { url: served.url, size });
    try {
      await use(desk);
      expect(desk.complaints).toEqual([]);
      expect(await overflowingCheck(desk.page)).toEqual([]);
    } finally {
      await desk.close();
    }
  };
  const claim = (page: Page) => page.locator('.finding', { hasText: CLAIM });
  const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

  it.each([
    ['week.md', MARKDOWN, 'desktop'],
    ['week.html', HTML, 'phone'],
  ] as const)('still reads the links of %s after a wording was taken over', async (name, source, size) => {
    await withCheck(size, async ({ page, drop, ended, shownDraft }) => {
      await drop({ name, type: '', base64: base64(source) });
      await ended();
      await claim(page).locator('.finding-head').press('t');
      await page.locator('ins.taken').waitFor();
      await page.locator('[data-act="again"]').click();
      await page
        .locator('.finding[data-verdict="partially-supported"]', { hasText: `${CLAIM} 1571` })
        .waitFor();
      await ended();
      expect(await page.locator('.review-title').textContent()).toBe(name);
      expect(await page.locator('.review-notice').count()).toBe(0);
      expect(await shownDraft()).toBe(`Week\n\n${CLAIM} 1571. It is made of bronze.`);
      await claim(page).locator('.finding-head').click();
      await claim(page).getByText(WRONG_SOURCE).waitFor();
      // In the field it is what was dropped, with the new wording.
      await page.locator('[data-act="new"]').click();
      const inField = source.replace('\n', size === 'phone' ? ' ' : '\n');
      const field = await page.locator('#draft').inputValue();
      expect(field.replace('\n 1571', '  1571')).toBe(inField.replace('1751', '1571'));
    });
  });

  it('goes on as plain text where the format cannot hold the new wording, and says so', async () => {
    const html = HTML.replace('1751', '1<b>75</b>1');
    const docx = await docxOf(paragraph(`${CLAIM} 1751.`));
    for (const [name, content] of [
      ['week.html', html],
      ['week.docx', docx],
    ] as const)
      await withCheck('desktop', async ({ page, drop, ended }) => {
        await drop({ name, type: '', base64: base64(content) });
        await ended();
        await claim(page).locator('.finding-head').press('t');
        await page.locator('[data-act="again"]').click();
        await page.locator('.review-notice').getByText('Checked as plain text').waitFor();
        await page.locator('.finding[data-verdict="supported"]', { hasText: `${CLAIM} 1571` }).waitFor();
        await ended();
        expect(await page.locator('.review-title').textContent()).toBe('Draft');
      });
  });

  it.each<Size>(['desktop', 'phone'])('counts “yesterday” from the date given, on a %s', async (size) => {
    await withCheck(size, async ({ page, check, drop, ended }) => {
      const draft = 'The ferry ran aground off Gannet Point yesterday.';
      const verdict = () => page.locator('.finding').first().getAttribute('data-verdict');
      await page.getByLabel('Date of the draft').fill('2026-05-04');
      await check(draft);
      expect(await verdict()).toBe('supported');
      await page.locator('[data-act="new"]').click();
      expect(await page.getByLabel('Date of the draft').inputValue()).toBe('2026-05-04');
      await page.getByLabel('Date of the draft').fill('2026-05-10');
      await check(draft);
      expect(await verdict()).toBe('contradicted');
      await page.locator('[data-act="new"]').click();
      await page.getByLabel('Date of the draft').fill('2026-05-04');
      const docx = await docxOf(paragraph(draft));
      await drop({ name: 'ferry.docx', type: '', base64: base64(docx) });
      await ended();
      expect(await verdict()).toBe('supported');
      // Another file has another date, or none.
      await drop({ name: 'ferry.txt', type: '', base64: base64(draft) });
      await page.locator('.review-title').getByText('ferry.txt').waitFor();
      await ended();
      await page.locator('[data-act="new"]').click();
      expect(await page.getByLabel('Date of the draft').inputValue()).toBe('');
    });
  });
});
