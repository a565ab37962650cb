// Writes docs/images/chat-*.png: the chat page over the sample corpus, as the README shows it.
// Run: CHROMIUM_PATH=/usr/bin/chromium node tests/browser/screenshots.ts
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { citedesk, folder, serveCitedesk } from '../http/support/cli.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { openDesk } from './desk-page.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const IMAGES = fileURLToPath(new URL('../../docs/images', import.meta.url));
const QUESTION = 'How many salmon died at Ketter Voe?';

if (CHROMIUM === '') throw new Error('CHROMIUM_PATH names no browser');
mkdirSync(IMAGES, { recursive: true });
const folders = ['--corpus', CORPUS, '--index', folder()];
const indexed = await citedesk(['index', ...folders]);
if (indexed.code !== 0) throw new Error(indexed.stderr);
const served = await serveCitedesk(folders);
const browser = await openBrowser();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of ['desktop', 'phone'] as const) {
    const desk = await openDesk(browser, { url: served.url, size, colorScheme });
    await desk.ask(QUESTION);
    await desk.turn.locator('.sources').waitFor();
    // A desktop has room for the source beside the answer; on a phone it would hide it.
    if (size === 'desktop') {
      await desk.cite(1).click();
      await desk.passage.waitFor();
    }
    await desk.page.screenshot({ path: `${IMAGES}/chat-${colorScheme}-${size}.png` });
    await desk.close();
  }
}
await browser.close();
await served.stop();
