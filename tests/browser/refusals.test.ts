import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citedesk, FIXTURE, folder, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import { CHROMIUM, openBrowser, SKIP_REASON } from './browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { startSite } from './stub-server.ts';

const QUESTION = 'How much will the repairs of the harbour bridge cost?';
const CONFIG = `export default { sites: [
  { key: 'elsewhere', origins: ['https://news.example'] },
  { key: 'few', origins: ['*'], questionsPerMinutePerVisitor: 1 },
] };
`;

describe.skipIf(CHROMIUM === '')(
  `the element on a site that may not ask (without a browser: ${SKIP_REASON})`,
  () => {
    let browser: Browser;
    let served: ServedDesk;
    beforeAll(async () => {
      const config = join(folder(), 'citedesk.config.ts');
      writeFileSync(config, CONFIG);
      const flags = ['--corpus', FIXTURE, '--index', folder(), '--config', config];
      const indexed = await citedesk(['index', ...flags]);
      expect(indexed.code, indexed.stderr).toBe(0);
      browser = await openBrowser();
      served = await serveCitedesk(flags);
    });
    afterAll(async () => {
      await browser?.close();
      await served?.stop();
    });

    /** A page of another origin with the element, given these attributes. */
    async function onSite(attributes: string, use: (desk: DeskPage) => Promise<void>): Promise<void> {
      const dir = folder();
      const module = `${served.url}/public/citedesk-chat.js`;
      const element = `<citedesk-chat ${attributes}></citedesk-chat>`;
      const script = `<script type="module" src="${module}"></script>`;
      writeFileSync(join(dir, 'index.html'), `<!doctype html><title>Site</title>${script}${element}`);
      const site = await startSite(dir);
      const desk = await openDesk(browser, { url: site.url });
      await use(desk);
      await desk.close();
      await site.close();
    }

    it.each([
      ['without a key', '', 'Site key missing'],
      ['with a key that nobody knows', 'site="other"', 'Site key unknown'],
      ['on an origin that its site does not list', 'site="elsewhere"', 'Origin not allowed'],
    ])('says so %s', async (_, attributes, words) => {
      await onSite(attributes, async (desk) => {
        await desk.ask(QUESTION);
        await desk.turn.locator('.notice').getByText(words).waitFor();
      });
    });

    it('says so once its reader has asked as much as the site allows', async () => {
      await onSite('site="few"', async (desk) => {
        await desk.ask(QUESTION);
        await desk.cite(1).waitFor();
        await desk.ask(QUESTION);
        await desk.turn.locator('.notice').getByText('Too many requests').waitFor();
      });
    });
  },
);
