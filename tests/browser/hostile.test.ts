import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Probe, watch } from './attack-probe.ts';
import { HOSTILE_CITES, hostileDocuments, hostileScripts, OVERRIDE, sample } from './attack-sample.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { type Stub, startStub } from './stub-server.ts';

describeInBrowser('hostile texts on the chat page', (browser) => {
  let stub: Stub;
  let desk: DeskPage;
  let watched: Probe;

  beforeAll(async () => {
    // No policy on this page: what holds here must hold by itself.
    stub = await startStub({
      scripts: hostileScripts(),
      documents: hostileDocuments(),
      csp: null,
    });
    desk = await openDesk(browser(), { url: 'about:blank' });
    watched = await watch(desk.page, [stub.url]);
    await desk.page.goto(stub.url);
  });
  afterAll(async () => {
    await desk?.close();
    await stub?.close();
  });

  it('shows questions, answers, titles and notes as the text that they are', async () => {
    await desk.ask(sample(0));
    await desk.turn.locator('.sources').waitFor();
    expect(await desk.turn.locator('.question').textContent()).toBe(sample(0));
    for (const cite of await desk.turn.locator('.cite').all()) await cite.hover();
    await watched.expectSilence();
  });

  it('shows refusals, failures and nearest passages as text', async () => {
    for (const n of [1, 2, 3, 4]) {
      await desk.ask(sample(n));
      await desk.turn.locator('.notice, .nearest').first().waitFor();
    }
    await watched.expectSilence();
  });

  it('shows every hostile article as text, its words marked, its address dropped', async () => {
    await desk.page.locator('.turn').first().locator('.cite').first().click();
    for (const [n, cite] of HOSTILE_CITES.entries()) {
      await desk.panel.locator('.article').waitFor();
      // Direction overrides are the one thing that is taken out before showing.
      const shown = cite.quote.replaceAll(OVERRIDE, '');
      await expect.poll(() => desk.passage.textContent()).toBe(shown);
      await watched.expectSilence();
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
    await watched.expectSilence();
  });

  it('lets no override of direction reach the screen', async () => {
    const shown = await desk.page.evaluate<string>(
      "document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot.textContent",
    );
    expect(shown).not.toContain(OVERRIDE);
  });
});
