import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/check.ts';
import { docxOf, paragraph } from '../fakes/docx.ts';
import { builtIndex, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import type { Size } from './browser.ts';
import { type CheckPage, openCheck, overflowingCheck } from './check-desk.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { isInside } from './desk-page.ts';
import type { OpenPageOptions } from './open-page.ts';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DRAFT = readFileSync(pathOf('docs/examples/draft.md'), 'utf8');
const BURGLAR = 'It survived one shipwreck and a burglar, so it will survive us,';
const ASTROLABE = 'The astrolabe was made in Lisbon in 1751.';

describeInBrowser('the check page over the sample corpus', (browser) => {
  let served: ServedDesk;
  let report: CheckReport;

  beforeAll(async () => {
    const corpus = pathOf('corpus');
    served = await serveCitedesk(['--corpus', corpus, '--index', await builtIndex(corpus)]);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ draft: DRAFT });
    report = await (await fetch(`${served.url}/api/check`, { method: 'POST', headers, body })).json();
  });
  afterAll(async () => {
    await served?.stop();
  });

  const withCheck = async (
    options: Partial<OpenPageOptions>,
    use: (desk: CheckPage) => Promise<void>,
  ): Promise<void> => {
    const desk = await openCheck(browser(), { url: served.url, ...options });
    try {
      await use(desk);
      expect(desk.complaints).toEqual([]);
      expect(await overflowingCheck(desk.page)).toEqual([]);
    } finally {
      await desk.close();
    }
  };
  const indexOf = (words: string) => report.claims.findIndex(({ text }) => text === words);
  const count = (verdict: string) => report.claims.filter((claim) => claim.verdict === verdict).length;

  it.each<Size>(['desktop', 'phone'])('marks every claim of a pasted draft on a %s', async (size) => {
    await withCheck({ size }, async ({ page, check, shownDraft }) => {
      await check(DRAFT);
      expect(await shownDraft()).toBe(DRAFT.trim());
      const verdicts = await page.evaluate<string[]>(
        "[...document.querySelector('citedesk-check').shadowRoot.querySelectorAll('.finding')].map((one) => one.dataset.verdict)",
      );
      expect(verdicts).toEqual(report.claims.map(({ verdict }) => verdict));
      const marked = await page.locator('.draft-mark[role="button"]').count();
      expect(marked).toBe(report.claims.length);
      expect(await page.locator('.draft-sign').count()).toBe(report.claims.length);
      await page.getByText(`${report.claims.length} claims checked`, { exact: true }).waitFor();
    });
  });

  it('checks a dropped Markdown file as what it is', async () => {
    await withCheck({}, async ({ page, drop, ended, shownDraft }) => {
      const base64 = Buffer.from(DRAFT).toString('base64');
      await drop({ name: 'week.md', type: 'text/markdown', base64 });
      await ended();
      expect(await page.locator('.review-title').textContent()).toBe('week.md');
      expect(await shownDraft()).toMatch(/^What a week/);
    });
  });

  it('checks a Word file, whose words go on as plain text', async () => {
    await withCheck({}, async ({ page, drop, ended, shownDraft, finding }) => {
      const bytes = await docxOf(paragraph('The repair cost 41.6 million crowns.') + paragraph(ASTROLABE));
      await drop({ name: 'week.docx', type: '', base64: Buffer.from(bytes).toString('base64') });
      await ended();
      const text = `The repair cost 41.6 million crowns.\n\n${ASTROLABE}`;
      expect(await shownDraft()).toBe(text);
      await finding(1).locator('.finding-head').press('t');
      await page.locator('[data-act="new"]').click();
      expect(await page.locator('#draft').inputValue()).toBe(text.replace('1751', '1571'));
    });
  });

  it('opens an HTML file, and says what it cannot read', async () => {
    await withCheck({}, async ({ page, ended, shownDraft, drop }) => {
      await drop({ name: 'photo.png', type: 'image/png', base64: 'AAAA' });
      await page.getByRole('alert').getByText('photo.png').waitFor();
      const buffer = Buffer.from('<h1>News</h1><p>The repair cost 41.6 million crowns.</p>');
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer });
      await ended();
      expect(await shownDraft()).toBe('News\n\nThe repair cost 41.6 million crowns.');
    });
  });

  it('shows progress and stops at once when it is cancelled', async () => {
    await withCheck({}, async ({ page, ended }) => {
      const long = Array.from({ length: 30 }, (_, n) => DRAFT.replace('week', `week ${n}`)).join('\n\n');
      await page.locator('#draft').fill(long);
      await page.keyboard.press('Control+Enter');
      await page.locator('.finding').first().waitFor();
      expect(await page.locator('progress').getAttribute('max')).toBe(String(30 * report.claims.length));
      await page.locator('[data-act="cancel"]').click();
      await ended();
      await page.getByText(/^Stopped after [\d,]+ of 420 claims$/).waitFor();
      const found = await page.locator('.finding').count();
      expect(found).toBeLessThan(30 * report.claims.length);
      // What was found can be read on.
      await page.locator('.finding-head').first().click();
      await page.locator('.finding-detail').waitFor();
    });
  });

  it.each<Size>(['desktop', 'phone'])(
    'opens what was found, and the article at its words, on a %s',
    async (size) => {
      await withCheck({ size }, async ({ page, check, mark, finding }) => {
        const index = indexOf('The repair of the harbour bridge cost 41.6 million crowns.');
        const evidence = report.claims[index]?.evidence ?? [];
        await check(DRAFT);
        await mark(index).click();
        const open = finding(index);
        await open.locator('.finding-head:focus').waitFor();
        await expect.poll(() => isInside(open.locator('.finding-head'), page.locator('.desk'))).toBe(true);
        expect(await open.locator('.evidence > .label').textContent()).toBe('1 independent source');
        await open.getByText('Retold in 1 other article').click();
        expect(await open.locator('.retellings .passage').count()).toBeGreaterThan(0);
        await open.locator('.passage').first().click();
        const passage = page.locator('mark.active');
        await expect.poll(() => passage.textContent()).toBe(evidence[0]?.quote);
        await expect.poll(() => isInside(passage, page.locator('.panel-scroll'))).toBe(true);
        await page.keyboard.press('Escape');
        await page.locator('dialog.panel').waitFor({ state: 'hidden' });
        await open.locator('.passage:focus').waitFor();
      });
    },
  );

  it('shows the exact words of a changed quotation, and takes them over', async () => {
    await withCheck({}, async ({ page, check, head, finding, shownDraft, mark }) => {
      const index = indexOf(BURGLAR);
      await check(DRAFT);
      await head(index).click();
      const open = finding(index);
      expect(await open.locator('.quotation mark').allTextContents()).toEqual([
        ...['one shipwreck', 'two shipwrecks'],
      ]);
      await open.locator('[data-act="take-over"]').click();
      const edited = DRAFT.replace('one shipwreck', 'two shipwrecks');
      expect(await shownDraft()).toBe(edited.trim());
      expect(await page.locator('ins.taken').allTextContents()).toEqual([
        ...['It survived two shipwrecks and a burglar, so it will survive us'],
      ]);
      await open.getByText('Wording taken over').waitFor();
      // Claims after the longer words stand where they stood.
      expect(await mark(index + 1).textContent()).toContain('We will not balance the budget');
      await open.locator('[data-act="undo"]').click();
      expect(await shownDraft()).toBe(DRAFT.trim());
      await head(index).press('t');
      const date = indexOf(ASTROLABE);
      await head(date).press('t');
      await page.getByText('2 changes taken over, not checked yet.').waitFor();
      await page.locator('[data-act="again"]').click();
      await page.locator(`.finding[data-index="${index}"][data-verdict="supported"]`).waitFor();
      await page.locator(`.finding[data-index="${date}"][data-verdict="supported"]`).waitFor();
      expect(await shownDraft()).toBe(edited.replace('1751', '1571').trim());
    });
  });

  it('dismisses with a note, accepts, and carries both to the next check', async () => {
    await withCheck({}, async ({ page, check, head, finding, ended }) => {
      const [first, second] = [indexOf(ASTROLABE), indexOf(BURGLAR)];
      await check(DRAFT);
      await head(first).press('d');
      await page.locator('#why:focus').waitFor();
      await page.keyboard.type('The museum <b>says</b> so: jk.');
      await page.keyboard.press('Enter');
      await finding(first).locator('.finding-head:focus').waitFor();
      await finding(first).getByText('The museum <b>says</b> so: jk.').waitFor();
      await head(second).press('a');
      await finding(second).getByText('Accepted').waitFor();
      await page.locator('[data-act="again"]').click();
      await ended();
      await finding(second).getByText('Accepted').waitFor();
      expect(await finding(first).locator('.finding-status').textContent()).toBe('Dismissed');
    });
  });

  it.each<Size>(['desktop', 'phone'])('filters by verdict, with counts, on a %s', async (size) => {
    await withCheck({ size }, async ({ page, check, finding, head }) => {
      await check(DRAFT);
      const filter = (name: string) => page.locator(`.filter[data-filter="${name}"]`);
      expect(await filter('contradicted').textContent()).toContain(`Contradicted ${count('contradicted')}`);
      await filter('contradicted').click();
      const visible = page.locator('.finding:visible');
      expect(await visible.count()).toBe(count('contradicted'));
      expect(await page.locator('.draft-sign:visible').count()).toBe(count('contradicted'));
      await filter('to-look-at').click();
      const before = await visible.count();
      const first = indexOf(ASTROLABE);
      await head(first).press('a');
      // A finding that was decided makes room, and the next one has the focus.
      await finding(first).waitFor({ state: 'hidden' });
      expect(await visible.count()).toBe(before - 1);
      await page.locator('.finding-head:focus').waitFor();
    });
  });

  it('is walked with the keyboard alone', async () => {
    await withCheck({}, async ({ page, head, mark, finding, ended }) => {
      const press = (...keys: string[]) =>
        keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
      await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
      await page.locator('#draft:focus').waitFor();
      await page.keyboard.insertText(DRAFT);
      await press('Tab', 'Enter');
      await ended();
      await page.locator('.review-title:focus').waitFor();
      const isFocused = (index: number) => head(index).and(page.locator(':focus')).waitFor();
      await press('j');
      await isFocused(0);
      await press('j', 'ArrowDown', 'k', 'ArrowUp', 'k');
      await isFocused(0);
      await press('End');
      await isFocused(report.claims.length - 1);
      await press('Home', 'j', 'Enter');
      await finding(1).locator('.finding-detail').waitFor();
      await isFocused(1);
      // Only one finding, and one mark of the draft, is in the way of the Tab key.
      expect(await page.locator('.finding-head[tabindex="0"]').count()).toBe(1);
      expect(await page.locator('.draft-mark[tabindex="0"]').count()).toBe(1);
      await press('o');
      await page.locator('mark.active').waitFor();
      await page.locator('dialog.panel:focus').waitFor();
      await press('Escape');
      await isFocused(1);
      await press('Escape');
      await finding(1).locator('.finding-detail').waitFor({ state: 'detached' });
      await press('Shift+Tab');
      await page.locator('.draft-mark:focus').waitFor();
      await press('j');
      await mark(2).and(page.locator(':focus')).waitFor();
      await press('Enter');
      await finding(2).locator('.finding-detail').waitFor();
      await isFocused(2);
      await press('d');
      await page.locator('#why:focus').waitFor();
      await press('j', 'Escape');
      await isFocused(2);
      await press('a');
      await finding(2).getByText('Accepted').waitFor();
      await press('u');
      await finding(2).getByText('Accepted').waitFor({ state: 'detached' });
      await page.locator('.keys').getByText('take over').waitFor();
    });
  });

  it('gives the report as JSON, with what was decided', async () => {
    await withCheck({}, async ({ page, check, head }) => {
      await check(DRAFT);
      await head(indexOf(ASTROLABE)).press('t');
      await page.locator('.menu summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-format="json"]').click(),
      ]);
      expect(download.suggestedFilename()).toBe('draft-check.json');
      const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
      expect(saved.report).toEqual(report);
      expect(saved.decisions).toEqual([{ claim: indexOf(ASTROLABE), action: 'taken-over', note: '1571' }]);
      expect(saved.editedText).toBe(DRAFT.replace('1751', '1571'));
    });
  });

  it.each([
    ['html', /^<!doctype html>/i],
    ['markdown', /^# /],
  ])('gives the report as %s, with what was decided', async (format, beginning) => {
    await withCheck({}, async ({ page, check, head }) => {
      await check(DRAFT);
      await head(indexOf(BURGLAR)).press('d');
      await page.locator('#why:focus').waitFor();
      await page.keyboard.insertText('We asked her again.');
      await page.keyboard.press('Enter');
      await page.locator('.finding-status').waitFor();
      await head(indexOf(ASTROLABE)).press('t');
      await page.locator('.menu summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-format="${format}"]`).click(),
      ]);
      const saved = readFileSync(await download.path(), 'utf8');
      expect(saved).toMatch(beginning);
      expect(saved).toContain('We asked her again.');
      expect(saved).toContain('wording taken over');
    });
  });

  it('keeps nothing of a draft unless it is asked to', async () => {
    await withCheck({}, async ({ page, check, head }) => {
      const stored = () => page.evaluate<number>('localStorage.length + sessionStorage.length');
      const field = page.locator('#draft');
      await check(DRAFT);
      await page.reload();
      expect(await field.inputValue()).toBe('');
      expect(await stored()).toBe(0);
      await page.getByLabel('Keep this draft in this browser').check();
      await check(DRAFT);
      await head(indexOf(BURGLAR)).press('a');
      await head(indexOf(ASTROLABE)).press('t');
      await page.reload();
      expect(await field.inputValue()).toBe(DRAFT.replace('1751', '1571'));
      await check(await field.inputValue());
      await page.locator('.finding-status').getByText('Accepted').waitFor();
      await page.locator('[data-act="new"]').click();
      await page.getByLabel('Keep this draft in this browser').uncheck();
      expect(await stored()).toBe(0);
    });
  });
});
