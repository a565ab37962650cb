import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { builtIndex, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import type { Size } from './browser.ts';
import { type CheckPage, openCheck, overflowingCheck } from './check-desk.ts';
import { claimsOf, eventsOf } from './check-events.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { OpenPageOptions } from './open-page.ts';
import { citeWords, documentOf } from './stream-script.ts';
import { type CheckScript, type Stub, startStub } from './stub-server.ts';

const BRIDGE = documentOf('d0000000000000001', 'Harbour bridge reopens', [
  'The harbour bridge reopened on Monday.',
  'The repair cost 18.4 million crowns.',
]);
const EVIDENCE = BRIDGE.text.split('\n\n').map((words) => citeWords(BRIDGE, words));
const SHORT = 'A bridge opened. It cost much. Nobody came. It rained. It was Monday.';
const EVENTS = eventsOf(SHORT, claimsOf(SHORT, EVIDENCE));

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const DRAFT =
  'The repair of the harbour bridge cost 41.6 million crowns. The astrolabe was made in Lisbon in 1751.';
const TOKEN = '0123456789-abcdefghij';
// Servers are started within tests, which takes long where other work goes on beside it.
const WITH_SERVERS = { timeout: 180_000 };
const SIZES: readonly Size[] = ['desktop', 'phone'];

describeInBrowser('the check page when things fail', (browser) => {
  const folders = ['--corpus', CORPUS, '--index'];
  const script: CheckScript = { events: EVENTS };
  let stub: Stub;

  beforeAll(async () => {
    folders.push(await builtIndex(CORPUS));
    stub = await startStub({ check: script, documents: new Map([[BRIDGE.id, BRIDGE]]) });
  });
  // Also those of a test that failed half-way.
  const servers: ServedDesk[] = [];
  const serve = async (...options: Parameters<typeof serveCitedesk>) => {
    const server = await serveCitedesk(...options);
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  afterAll(async () => {
    await stub?.close();
  });

  const withCheck = async (options: OpenPageOptions, use: (desk: CheckPage) => Promise<void>) => {
    const desk = await openCheck(browser(), options);
    try {
      await use(desk);
      expect(desk.complaints).toEqual([]);
      expect(await overflowingCheck(desk.page)).toEqual([]);
    } finally {
      await desk.close();
    }
  };
  const begin = async ({ page }: CheckPage, draft: string) => {
    await page.locator('#draft').fill(draft);
    await page.getByRole('button', { name: 'Check the draft' }).click();
  };

  it.each(SIZES)('keeps what was judged when the connection is lost, on a %s', async (size) => {
    Object.assign(script, { events: EVENTS.slice(0, 4), hangs: true });
    await withCheck({ url: stub.url, size }, async (desk) => {
      const { page, finding, head } = desk;
      await begin(desk, SHORT);
      await finding(2).waitFor();
      stub.cut();
      const notice = page.locator('.notice');
      await notice.getByText('The connection was lost').waitFor();
      await notice.getByText('What was found is kept; the rest of the draft was not checked.').waitFor();
      await page.locator('.review-status').getByText('Stopped after 3 of 5 claims').waitFor();
      expect(await page.locator('.finding').count()).toBe(3);
      // What came can be worked with, and is there after the next check.
      await head(2).click();
      await finding(2).locator('[data-act="accept"]').click();
      await finding(2).getByText('Accepted').waitFor();
      Object.assign(script, { events: EVENTS, hangs: false });
      await notice.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.review-status').getByText('5 claims checked').waitFor();
      expect(await page.locator('.notice').count()).toBe(0);
      await finding(2).getByText('Accepted').waitFor();
    });
  });

  it('stops at the server too when it is cancelled', async () => {
    Object.assign(script, { events: EVENTS.slice(0, 3), hangs: true });
    await withCheck({ url: stub.url }, async (desk) => {
      await begin(desk, SHORT);
      await desk.finding(1).waitFor();
      await desk.page.locator('[data-act="cancel"]').click();
      await stub.abandoned;
      await desk.page.locator('.review-status').getByText('Stopped after 2 of 5 claims').waitFor();
      Object.assign(script, { events: EVENTS, hangs: false });
      await desk.page.locator('[data-act="again"]').click();
      await desk.page.locator('.review-status').getByText('5 claims checked').waitFor();
    });
  });

  it.each(SIZES)(
    'opens evidence after the server was away, and checks again, on a %s',
    WITH_SERVERS,
    async (size) => {
      const first = await serve(folders);
      await withCheck({ url: first.url, size }, async (desk) => {
        const { page, check, head, finding } = desk;
        await check(DRAFT);
        await head(1).click();
        await first.stop();
        await finding(1).locator('.passage').first().click();
        const panel = page.locator('dialog.panel');
        // The words that the finding rests on are there all the same.
        expect(await panel.locator('blockquote').textContent()).not.toBe('');
        await panel.getByRole('button', { name: 'Try again' }).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('[data-act="again"]').click();
        await page.locator('.notice').getByText('The desk cannot be reached').waitFor();
        await page.getByText('Your draft is still here.').waitFor();
        await serve(folders, {}, new URL(first.url).port);
        await page.locator('.notice').getByRole('button', { name: 'Try again' }).click();
        await desk.ended();
        await page.locator('.review-status').getByText('2 claims checked').waitFor();
        await head(1).click();
        await finding(1).locator('.passage').first().click();
        await page.locator('mark.active').waitFor();
        await page.keyboard.press('Escape');
      });
    },
  );

  it.each(SIZES)('asks for the token of a desk that wants one, on a %s', WITH_SERVERS, async (size) => {
    const guarded = await serve(folders, { env: { CITEDESK_TOKEN: TOKEN } });
    await withCheck({ url: guarded.url, size }, async (desk) => {
      const { page, head, finding } = desk;
      const dialog = page.locator('dialog.sign-in');
      await begin(desk, DRAFT);
      await dialog.getByRole('button', { name: 'Not now' }).click();
      // Refused, the draft is still there.
      await page.locator('.notice').waitFor();
      await page.locator('[data-act="new"]').click();
      expect(await page.locator('#draft').inputValue()).toBe(DRAFT);
      await page.getByRole('button', { name: 'Check the draft' }).click();
      await dialog.locator('#token:focus').fill('another-token');
      await page.keyboard.press('Enter');
      await dialog.getByRole('alert').waitFor();
      await dialog.locator('#token').fill(TOKEN);
      await page.keyboard.press('Enter');
      await page.locator('.review-status').getByText('2 claims checked').waitFor();
      // Asked once: sources and reports have it too.
      await head(1).click();
      await finding(1).locator('.passage').first().click();
      await page.locator('mark.active').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.menu summary').click();
      await Promise.all([page.waitForEvent('download'), page.locator('[data-format="html"]').click()]);
      expect(await dialog.count()).toBe(0);
    });
  });

  it.each(SIZES)('prints every claim with its verdict and reasons, and no control, on a %s', async (size) => {
    Object.assign(script, { events: EVENTS, hangs: false });
    await withCheck({ url: stub.url, size }, async ({ page, check, head }) => {
      await check(SHORT);
      const shown = (selector: string) => page.locator(`${selector}:visible`).count();
      const count = await page.locator('.finding').count();
      await head(2).press('d');
      await page.locator('#why:focus').waitFor();
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => shown('.finding-detail')).toBe(count);
      expect(await shown('.finding .verdict')).toBeGreaterThanOrEqual(count);
      const verdicts = await page.locator('.finding-facts .verdict').allTextContents();
      expect(verdicts.every((words) => /\p{L}/u.test(words))).toBe(true);
      // One is supported, and needs no reason.
      expect(await shown('.finding-reason')).toBe(count - 1);
      expect(await shown('.evidence .passage')).toBeGreaterThanOrEqual(count);
      for (const control of ['.buttons', '.filter', '.keys', '.note-form', 'nav a', 'textarea', 'progress'])
        expect([control, await shown(control)]).toEqual([control, 0]);
      // Nothing scrolls by itself on paper, where it would be cut off.
      const cut = await page.evaluate<string[]>(`(() => {
        const root = document.querySelector('citedesk-check').shadowRoot;
        const boxes = [...root.querySelectorAll('.desk, .review, .columns, .draft, .findings, .finding-group')];
        return boxes.filter((box) => box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible')
          .map((box) => box.className);
      })()`);
      expect(cut).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
      await expect.poll(() => shown('.finding-detail')).toBe(1);
      await page.locator('#why').waitFor();
    });
  });
});
