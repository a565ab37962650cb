// Writes docs/images/chat/*: every state of the chat page over the sample corpus, both themes, both sizes;
// and docs/images/chat-*.png, which the README shows.
// Run: CHROMIUM_PATH=/usr/bin/chromium node tests/browser/screenshots.ts
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { citedesk, folder, serveCitedesk } from '../http/support/cli.ts';
import { CHROMIUM, openBrowser, type Size } from './browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const IMAGES = fileURLToPath(new URL('../../docs/images', import.meta.url));
const QUESTION = 'How many salmon died at Ketter Voe?';
const UNKNOWN = 'Which orchestra played at the opening of the opera house in Sydney?';

/** Brings the page into a state, from the one before it. */
const STATES: readonly (readonly [string, (desk: DeskPage, size: Size) => Promise<unknown>])[] = [
  // Suggestions are made when they are asked for first: the picture waits for them.
  ['1-empty', ({ page }) => page.waitForLoadState('networkidle', { timeout: 120_000 })],
  ['2-answer', ({ ask, turn }) => ask(QUESTION).then(() => turn.locator('.tools').waitFor())],
  [
    '3-citation',
    async ({ cite, page }) => {
      // On a phone, as a keyboard shows it: nothing hovers there.
      await page.keyboard.press('Shift+Tab');
      await cite(1).focus();
      await page.locator('#note:popover-open').waitFor();
    },
  ],
  [
    '4-source',
    async ({ cite, page, passage }) => {
      await page.keyboard.press('Escape');
      await cite(1).click();
      await passage.waitFor();
    },
  ],
  [
    '5-disagreement',
    async ({ page, turn }) => {
      // The source, then the card of the citation that has the focus again.
      await page.keyboard.press('Escape');
      await page.locator('#note:popover-open').waitFor();
      await page.keyboard.press('Escape');
      await turn.locator('.conflict').scrollIntoViewIfNeeded();
    },
  ],
  [
    '6-feedback',
    async ({ page, turn }) => {
      await turn.locator('.unhelpful').click();
      await turn.locator('.reasons').waitFor();
      await page.locator('#note:popover-open').waitFor({ state: 'detached' });
    },
  ],
  ['7-no-answer', ({ ask, page }) => ask(UNKNOWN).then(() => page.locator('.nearest').waitFor())],
  [
    '8-filters',
    async ({ page }) => {
      await page.locator('.filters-toggle').click();
      await page.locator('select[name=period]').selectOption('between');
    },
  ],
  [
    '9-conversations',
    async ({ page }, size) => {
      await page.locator('.filters-toggle').click();
      if (size !== 'desktop') await page.locator('.history-open').click();
      await page.locator('.history-tools').first().waitFor();
    },
  ],
];

if (CHROMIUM === '') throw new Error('CHROMIUM_PATH names no browser');
mkdirSync(`${IMAGES}/chat`, { recursive: true });
const folders = ['--corpus', CORPUS, '--index', folder()];
const indexed = await citedesk(['index', ...folders]);
if (indexed.code !== 0) throw new Error(indexed.stderr);
const served = await serveCitedesk(folders);
const browser = await openBrowser();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of ['desktop', 'phone'] as const) {
    // Pictures for documents: a phone's own density would make them four times as heavy.
    const desk = await openDesk(browser, { url: served.url, size, colorScheme, deviceScaleFactor: 1 });
    for (const [name, enter] of STATES) {
      await enter(desk, size);
      const path = `${IMAGES}/chat/${name}-${colorScheme}-${size}.jpg`;
      await desk.page.screenshot({ path, type: 'jpeg', quality: 55 });
      // A desktop has room for the source beside the answer; on a phone it would hide it.
      if (name === (size === 'desktop' ? '4-source' : '2-answer'))
        await desk.page.screenshot({ path: `${IMAGES}/chat-${colorScheme}-${size}.png` });
    }
    await desk.close();
  }
}
await browser.close();
await served.stop();
