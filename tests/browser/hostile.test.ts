import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, HOSTILE_CITES, hostileDocuments, hostileScripts, OVERRIDE, OWN_TAGS } from './attacks.ts';
import { CHROMIUM, DIST, openBrowser, SKIP_REASON } from './browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { type Stub, startStub } from './stub-server.ts';

describe.skipIf(CHROMIUM === '')(`hostile texts on the chat page (without a browser: ${SKIP_REASON})`, () => {
  let browser: Browser;
  let stub: Stub;
  let desk: DeskPage;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    // No policy on this page: what holds here must hold by itself.
    stub = await startStub({
      scripts: hostileScripts(),
      documents: hostileDocuments(),
      dist: DIST,
      csp: null,
    });
    desk = await openDesk(browser, { url: stub.url });
    desk.page.on('request', (request) => requests.push(request.url()));
    desk.page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`));
  });
  afterAll(async () => {
    await desk?.close();
    await browser?.close();
    await stub?.close();
  });

  const expectHarmless = async () => {
    const found = await desk.page.evaluate<{
      pwned: unknown;
      tags: string[];
      handlers: string[];
      links: string[];
    }>(`(() => {
      const page = document.querySelector('citedesk-page').shadowRoot;
      const chat = page.querySelector('desk-chat').shadowRoot;
      const all = [...page.querySelectorAll('*'), ...chat.querySelectorAll('*:not(#note)')];
      return {
        pwned: window.pwned ?? null,
        tags: [...new Set(all.map((element) => element.localName))],
        handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|srcdoc|^style$/.test(name)),
        links: all.filter((element) => element.href && element.localName === 'a').map((element) => element.protocol),
      };
    })()`);
    expect(found.pwned).toBeNull();
    expect(found.tags.filter((tag) => !OWN_TAGS.includes(tag))).toEqual([]);
    expect(found.handlers).toEqual([]);
    expect(found.links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(stub.url))).toEqual([]);
    expect(desk.complaints).toEqual([]);
  };

  it('shows questions, answers, titles and notes as the text that they are', async () => {
    await desk.ask(attack(0));
    await desk.turn.locator('.sources').waitFor();
    expect(await desk.turn.locator('.question').textContent()).toBe(attack(0));
    for (const cite of await desk.turn.locator('.cite').all()) await cite.hover();
    await expectHarmless();
  });

  it('shows refusals, failures and nearest passages as text', async () => {
    for (const n of [1, 2, 3, 4]) {
      await desk.ask(attack(n));
      await desk.turn.locator('.notice, .nearest').first().waitFor();
    }
    await expectHarmless();
  });

  it('shows every hostile article as text, its words marked, its address dropped', async () => {
    await desk.page.locator('.turn').first().locator('.cite').first().click();
    for (const [n, cite] of HOSTILE_CITES.entries()) {
      await desk.panel.locator('.article').waitFor();
      // Direction overrides are the one thing that is taken out before showing.
      const shown = cite.quote.replaceAll(OVERRIDE, '');
      await expect.poll(() => desk.passage.textContent()).toBe(shown);
      await expectHarmless();
      if (n < HOSTILE_CITES.length - 1)
        await desk.panel.getByRole('button', { name: 'Next citation' }).click();
    }
  });

  it('copies hostile texts as text, in formatted copies too', async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.evaluate(`navigator.clipboard.write = async ([item]) => {
      window.copied = await (await item.getType('text/html')).text();
    }`);
    const first = desk.page.locator('.turn').first();
    await first.getByRole('button', { name: 'Formatted' }).click();
    await first.getByText('Copied').waitFor();
    const made = await desk.page.evaluate<{ tags: string[]; attributes: string[]; links: string[] }>(`(() => {
      const copied = new DOMParser().parseFromString(window.copied, 'text/html');
      const all = [...copied.body.querySelectorAll('*')];
      return {
        tags: [...new Set(all.map((element) => element.localName))],
        attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
        links: [...copied.links].map((link) => link.protocol),
      };
    })()`);
    const own = ['article', 'h2', 'h3', 'p', 'sup', 'em', 'ol', 'ul', 'li', 'a', 'cite'];
    expect(made.tags.filter((tag) => !own.includes(tag))).toEqual([]);
    expect(made.attributes.filter((name) => name !== 'href' && name !== 'dir')).toEqual([]);
    expect(made.links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    await expectHarmless();
  });

  it('lets no override of direction reach the screen', async () => {
    const shown = await desk.page.evaluate<string>(
      "document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot.textContent",
    );
    expect(shown).not.toContain(OVERRIDE);
  });
});
