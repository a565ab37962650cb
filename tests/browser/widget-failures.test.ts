import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Probe, watch } from './attack-probe.ts';
import { hostileDocuments, hostileScripts, OVERRIDE, SAMPLE } from './attack-sample.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { documents, QUESTION, scripts } from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';
import { pageOf, type Widget, widgetIn } from './widget-site.ts';

describeInBrowser('the element when things fail', (browser) => {
  let stub: Stub;

  beforeAll(async () => {
    stub = await startStub({
      scripts: new Map([...scripts(), ...hostileScripts()]),
      documents: new Map([...documents(), ...hostileDocuments()]),
    });
  });
  afterAll(async () => {
    await stub?.close();
  });

  /** A page with the element, of the stub's own origin, its module loaded unless `module` is another. */
  async function onPage(
    body: string,
    use: (page: Page, widget: Widget, watched: Probe) => Promise<void>,
    module = 'citedesk-chat.js',
  ) {
    const context = await openPage(browser(), { url: 'about:blank' });
    const { page } = context;
    const html = pageOf(body, { head: `<script type="module" src="${module}"></script>` });
    await page.route(`${stub.url}site`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const watched = await watch(page, [stub.url]);
    await page.clock.install();
    await page.goto(`${stub.url}site`);
    await use(page, widgetIn(page), watched);
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
    await onPage(body, async (page, widget, { settle, expectSilence }) => {
      const { launcher, ask, turn, locator, cite, passage, panel } = widget;
      await page.clock.resume();
      await launcher.click();
      await settle();
      const harmless = async () => {
        await expectSilence();
        expect(await page.evaluate('document.body.innerHTML')).toBe(body);
        expect(await locator('.desk').textContent()).not.toContain(OVERRIDE);
      };
      const outcomes = ['.sources', '.nearest', '.notice', '.notice', '.notice'];
      for (const [n, outcome] of outcomes.entries()) {
        await ask(SAMPLE[n] ?? '');
        await turn.locator(outcome).first().waitFor();
        await harmless();
      }
      await cite(1).click();
      for (let n = 1; n < SAMPLE.length; n += 1) {
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
