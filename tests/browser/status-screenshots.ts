// Writes docs/images/status-*.png: the operator's page over the sample corpus after some questions.
// Run: CHROMIUM_PATH=/usr/bin/chromium node tests/browser/status-screenshots.ts
import { fileURLToPath } from 'node:url';
import { conversation, post } from '../http/support/app.ts';
import { citedesk, folder, serveCitedesk } from '../http/support/cli.ts';
import { CHROMIUM, openBrowser, openContext } from './browser.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
const IMAGES = fileURLToPath(new URL('../../docs/images', import.meta.url));
const QUESTIONS = [
  'How many salmon died at Ketter Voe?',
  'Who is the mayor of Port Merrow?',
  'Who won the chess olympiad of 1987?',
  'When does the library open?',
  'What did the ferry cost?',
];

if (CHROMIUM === '') throw new Error('CHROMIUM_PATH names no browser');
const folders = ['--corpus', CORPUS, '--index', folder()];
const indexed = await citedesk(['index', ...folders]);
if (indexed.code !== 0) throw new Error(indexed.stderr);
const served = await serveCitedesk(folders);
for (const question of QUESTIONS) {
  await (await fetch(`${served.url}/api/ask`, post({ question }))).text();
  const asReader = post(conversation(question), { 'x-citedesk-site': 'demo' });
  await (await fetch(`${served.url}/public/api/chat`, asReader)).text();
}
const draft = 'Some 4,000 salmon died at Ketter Voe. The ferry sank on Sunday.';
await (await fetch(`${served.url}/api/check`, post({ draft }))).text();

const browser = await openBrowser();
for (const [size, colorScheme] of [
  ['desktop', 'light'],
  ['phone', 'dark'],
] as const) {
  const page = await (await openContext(browser, size, { colorScheme, deviceScaleFactor: 1 })).newPage();
  await page.goto(`${served.url}/status`);
  await page.locator('#requests').waitFor();
  // The middle of the page, where the pictures are.
  await page.locator('#questions').evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: `${IMAGES}/status-${colorScheme}-${size}.png` });
}
await browser.close();
await served.stop();
