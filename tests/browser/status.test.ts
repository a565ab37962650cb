import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { conversation, FROM_SITE, post } from '../http/support/app.ts';
import { citedesk, corpusCopy, folder, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import { axeInBothThemes } from './axe.ts';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';

const TOKEN = 'a-long-random-token-for-tests';
const KNOWN = 'What was the final cost of the repairs?';
const UNKNOWN = 'Who won the chess olympiad of 1987?';

describeInBrowser('the status page', (browser) => {
  let corpus: string;
  let built: string;
  // Of the server that stands: its own copy of the index, where it keeps what it counts.
  let flags: readonly string[];
  let served: ServedDesk | null = null;

  beforeAll(async () => {
    corpus = corpusCopy();
    writeFileSync(join(corpus, 'empty.txt'), '');
    writeFileSync(
      join(corpus, 'memo.md'),
      '---\naccess: desk\n---\n\nThe mayor signed the memo on Thursday.\n',
    );
    built = join(folder(), 'index');
    const indexed = await citedesk(['index', '--corpus', corpus, '--index', built]);
    expect(indexed.code, indexed.stderr).toBe(0);
  });
  afterEach(async () => {
    await served?.stop();
    served = null;
  });

  /** A server that has done nothing yet. */
  async function start(token?: string): Promise<string> {
    const index = join(folder(), 'index');
    cpSync(built, index, { recursive: true });
    flags = ['--corpus', corpus, '--index', index];
    served = await serveCitedesk(flags, token === undefined ? {} : { env: { CITEDESK_TOKEN: token } });
    return served.url;
  }

  /** Its page, and what the browser complained of; a server of its own unless told. */
  async function open({ url, size = 'desktop' }: { readonly url?: string; readonly size?: Size } = {}) {
    const address = url ?? (await start());
    const opened = await openPage(browser(), { url: 'about:blank', size });
    // The page's time passes when a test says so.
    await opened.page.clock.install();
    await opened.page.goto(`${address}/status`);
    return { ...opened, url: address };
  }

  async function work(url: string): Promise<void> {
    for (const question of [KNOWN, KNOWN, KNOWN, UNKNOWN]) {
      await (await fetch(`${url}/api/ask`, post({ question }))).text();
    }
    const fromReader = post(conversation(KNOWN), { 'x-citedesk-site': 'demo' });
    await (await fetch(`${url}/public/api/chat`, fromReader)).text();
    await (await fetch(`${url}/public/api/chat`, post(conversation(KNOWN), FROM_SITE))).text();
    const draft = 'The final cost of the repairs was 99 million crowns.';
    await (await fetch(`${url}/api/check`, post({ draft }))).text();
  }

  const textOf = async (place: Locator) => (await place.allInnerTexts()).join('\n');
  const section = (page: Page, id: string) => page.locator('section', { has: page.locator(`#${id}`) });
  const passTenSeconds = (page: Page) => page.clock.runFor(10_000);

  it('tells of the archive and its build, then, by itself, of what was done', async () => {
    const { page, complaints, url, close } = await open();
    await section(page, 'archive').getByText('6 articles in').waitFor();
    expect(await textOf(section(page, 'archive'))).toContain('5 are open to readers, 1 for the desk alone.');
    expect(await textOf(section(page, 'build'))).toMatch(/added\s+6/);
    const skipped = section(page, 'build').getByRole('row', { name: /empty\.txt/ });
    expect(await textOf(skipped)).toContain('The file is empty.');
    await section(page, 'questions').getByText('No question has been asked').waitFor();

    await work(url);
    await passTenSeconds(page);
    await section(page, 'questions').getByText('5 questions.').waitFor();
    const questions = await textOf(section(page, 'questions'));
    expect(questions).toContain('20 %');
    expect(questions).toMatch(/Answered\s+3\s+1/);
    expect(questions).toMatch(/Not in the archive\s+1\s+0/);
    expect(await textOf(section(page, 'checks'))).toContain('1 check.');
    expect(await textOf(section(page, 'verdicts'))).toContain('Claims of drafts');
    const requests = await textOf(section(page, 'requests'));
    expect(requests).toMatch(/POST \/api\/ask\s+Desk\s+4/);
    expect(requests).toContain('site-key-unknown');
    const text = await textOf(page.locator('citedesk-status'));
    expect(text).not.toMatch(/chess|99 million|final cost/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('draws pictures that say in words and tables what they show', async () => {
    const { page, url, close } = await open();
    await work(url);
    await passTenSeconds(page);
    const plot = page.getByRole('img', { name: /Questions a minute.*5 in the last hour/ });
    await plot.waitFor();
    expect(await plot.locator('rect[height="0"]').count()).toBeGreaterThan(100);
    const details = section(page, 'questions').locator('details');
    await details.locator('summary').click();
    const rows = await details.getByRole('row').allInnerTexts();
    const sum = rows
      .slice(1)
      .flatMap((row) => row.split(/\s+/).slice(1))
      .reduce((all, one) => all + Number(one), 0);
    expect(sum).toBe(5);
    await page.getByRole('img', { name: /Answers by the time they took/ }).waitFor();
    await close();
  });

  it('stands still while it is paused', async () => {
    const { page, url, close } = await open();
    await section(page, 'questions').waitFor();
    await page.getByRole('button', { name: 'Pause updates' }).click();
    let asked = 0;
    page.on('request', () => asked++);
    await work(url);
    await page.clock.runFor(120_000);
    expect(asked).toBe(0);
    await page.getByRole('button', { name: 'Resume updates' }).click();
    await section(page, 'questions').getByText('5 questions').waitFor();
    await close();
  });

  it('keeps its figures while the server is gone, and says when it is back', async () => {
    const { page, complaints, url, close } = await open();
    await section(page, 'questions').waitFor();
    await served?.stop();
    await passTenSeconds(page);
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    await section(page, 'archive').getByText('6 articles in').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor();

    served = await serveCitedesk(flags, {}, new URL(url).port);
    await passTenSeconds(page);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await textOf(page.getByRole('status'))).toBe('The server answers again.');
    expect(complaints).toEqual([]);
    await close();
  });

  it('asks for the token where the server wants one, and leaves in peace who has none', async () => {
    const { page, close } = await open({ url: await start(TOKEN) });
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('alert').getByText('Token needed').waitFor();
    await page.clock.runFor(60_000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Token').fill(TOKEN);
    await page.keyboard.press('Enter');
    await section(page, 'archive').getByText('6 articles in').waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await close();
  });

  it('is walked through by keyboard', async () => {
    const { page, url, close } = await open();
    await work(url);
    await passTenSeconds(page);
    await section(page, 'verdicts').getByRole('heading', { name: 'Claims of drafts' }).waitFor();
    const focused = () =>
      page.evaluate<string>(`(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
      })()`);
    const walk: string[] = [];
    for (let steps = 0; steps < 10; steps++) {
      await page.keyboard.press('Tab');
      walk.push((await focused()).replace(/\s+/g, ' '));
    }
    expect(walk).toEqual([
      ...['Citedesk', 'Chat', 'Check a draft', 'Status', 'Pause updates', 'Skipped files'],
      'As a table: Questions a minute, over the last hour',
      'As a table: Answers by the time they took',
      ...['By route', 'Slowest of the last hour'],
    ]);
    for (let back = 0; back < 3; back++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await section(page, 'questions').getByRole('region').waitFor();
    await close();
  });

  it('has no fault that axe finds, and fits, on every screen, light or dark', async () => {
    const url = await start();
    const screens = ['desktop', 'phone', 'narrow'] as const;
    const opened = await Promise.all(screens.map((size) => open({ url, size })));
    const look = async (state: string, enter: (page: Page) => Promise<void>) => {
      for (const [at, { page }] of opened.entries()) {
        await enter(page);
        const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
        const found = [...(await axeInBothThemes(page)), await page.evaluate<boolean>(isWide)];
        expect([state, screens[at], ...found]).toEqual([state, screens[at], false]);
      }
    };
    await look('before any work', (page) => section(page, 'requests').waitFor());
    await work(url);
    await look('after some', async (page) => {
      await passTenSeconds(page);
      await section(page, 'verdicts').getByRole('heading', { name: 'Claims of drafts' }).waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
    });
    await served?.stop();
    await look('while the server is gone', async (page) => {
      await passTenSeconds(page);
      await page.getByRole('alert').waitFor();
    });
    for (const { close } of opened) await close();
    // Eighteen looks take their time where other work goes on beside them.
  }, 240_000);

  it('prints without what is there to be pressed', async () => {
    const { page, close } = await open();
    await section(page, 'requests').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await section(page, 'requests').isVisible()).toBe(true);
    await close();
  });
});
