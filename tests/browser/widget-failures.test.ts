import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS, hostileDocuments, hostileScripts, OVERRIDE, OWN_TAGS } from './attacks.ts';
import { CHROMIUM, DIST, openBrowser, SKIP_REASON } from './browser.ts';
import { documents, QUESTION, scripts } from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';
import { pageOf, visit, type Widget, widgetIn } from './widget-site.ts';

describe.skipIf(CHROMIUM === '')(`the element when things fail (without a browser: ${SKIP_REASON})`, () => {
  let browser: Browser;
  let stub: Stub;

  beforeAll(async () => {
    browser = await openBrowser();
    stub = await startStub({
      scripts: new Map([...scripts(), ...hostileScripts()]),
      documents: new Map([...documents(), ...hostileDocuments()]),
      dist: DIST,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await stub?.close();
  });

  /** A page with the element, of the stub's own origin, its module loaded unless `module` is another. */
  async function onPage(
    body: string,
    use: (page: Page, widget: Widget) => Promise<void>,
    module = 'citedesk-chat.js',
  ) {
    const context = await visit(browser, { url: 'about:blank' });
    const { page } = context;
    const html = pageOf(body, { head: `<script type="module" src="${module}"></script>` });
    await page.route(`${stub.url}site`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.clock.install();
    await page.goto(`${stub.url}site`);
    await use(page, widgetIn(page));
    expect(context.complaints).toEqual([]);
    await context.close();
  }

  it('says that the server cannot be reached, and asks again when told to', async () => {
    await onPage('<citedesk-chat lang="fr"></citedesk-chat>', async (page, { ask, notice, cite }) => {
      let fate: 'dead' | 502 | 'well' = 'dead';
      await page.route('**/api/chat', (route) => {
        if (fate === 'well') return route.continue();
        return fate === 'dead'
          ? route.abort()
          : route.fulfill({ status: fate, body: '<html>Bad gateway</html>' });
      });
      await ask(QUESTION);
      await notice.getByText('Le service est injoignable').waitFor();
      fate = 502;
      await notice.getByRole('button', { name: 'Réessayer' }).click();
      await notice.getByText('Le service est injoignable').waitFor();
      fate = 'well';
      await notice.getByRole('button', { name: 'Réessayer' }).click();
      await cite(4).waitFor();
    });
  });

  it('says that a late answer is on its way, and gives up a server that stays silent', async () => {
    await onPage(
      '<citedesk-chat lang="en"></citedesk-chat>',
      async (page, { ask, locator, notice, cite }) => {
        await ask('silent');
        await locator('.progress').waitFor();
        await page.clock.fastForward(7_000);
        expect(await locator('.slow').isVisible()).toBe(false);
        await page.clock.fastForward(2_000);
        await locator('.slow').getByText('This takes longer than usual.').waitFor();
        await page.clock.fastForward(60_000);
        await notice.getByText('The connection was lost').waitFor();
        expect(await locator('.slow').isVisible()).toBe(false);
        await ask('slow');
        await cite(1).waitFor();
        await page.clock.fastForward(60_000);
        await notice.getByText('What came before is kept').waitFor();
      },
    );
  });

  it('leaves the page’s own words where its module does not come', async () => {
    await onPage(
      '<citedesk-chat><a href="/search">Search the archive</a></citedesk-chat>',
      async (page) => {
        await page.getByRole('link', { name: 'Search the archive' }).waitFor();
      },
      'missing.js',
    );
  });

  it('lets no hostile text act, or leave the element', async () => {
    const body =
      '<p id="outside">Words of the page.</p><citedesk-chat mode="bubble" theme="auto"></citedesk-chat>';
    await onPage(body, async (page, { launcher, ask, turn, locator, cite, passage, panel }) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.clock.resume();
      await launcher.click();
      const harmless = async () => {
        const found = await page.evaluate<Record<string, unknown>>(`(() => {
          const root = document.querySelector('citedesk-chat').shadowRoot;
          const all = [...root.querySelectorAll('*:not(#note)')];
          return {
            pwned: window.pwned ?? null,
            tags: [...new Set(all.map((element) => element.localName))].filter((tag) => !${JSON.stringify(OWN_TAGS)}.includes(tag)),
            handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|srcdoc|^style$|^\\$/.test(name)),
            links: all.filter(({ localName }) => localName === 'a').map(({ protocol }) => protocol).filter((protocol) => !/^https?:$/.test(protocol)),
            outside: document.body.innerHTML,
            overrides: root.textContent.includes(${JSON.stringify(OVERRIDE)}),
          };
        })()`);
        expect(found).toEqual({
          pwned: null,
          tags: [],
          handlers: [],
          links: [],
          outside: body,
          overrides: false,
        });
        expect(requests.filter((url) => !url.startsWith(stub.url))).toEqual([]);
      };
      const outcomes = ['.sources', '.nearest', '.notice', '.notice', '.notice'];
      for (const [n, outcome] of outcomes.entries()) {
        await ask(ATTACKS[n] ?? '');
        await turn.locator(outcome).first().waitFor();
        await harmless();
      }
      await cite(1).click();
      for (let n = 1; n < ATTACKS.length; n += 1) {
        await passage.waitFor();
        await harmless();
        await panel.locator('.panel-buttons button').nth(1).click();
        await locator('.panel-place')
          .getByText(`Citation ${n + 1} of`)
          .waitFor();
      }
    });
  });
});
