import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DIST } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { documents, QUESTION, scripts } from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';
import { pageOf, widgetIn } from './widget-site.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/embedding.md', import.meta.url)), 'utf8');

/** The examples of a language on the page, in their order. */
const examples = (language: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

const HTML = examples('html');
const POLICIES = examples('text').map((line) => line.replace('Content-Security-Policy: ', '').trim());

describeInBrowser('how to embed the element', (browser) => {
  let stub: Stub;

  beforeAll(async () => {
    stub = await startStub({ scripts: scripts(), documents: documents(), csp: null });
  });
  afterAll(async () => {
    await stub?.close();
  });

  /** The example on a page of the server's own origin, with an element where it shows none. */
  async function tried(example: string, csp?: string) {
    const there = await openPage(browser(), { url: 'about:blank' });
    const own = example.includes('<citedesk-chat')
      ? ''
      : '<citedesk-chat></citedesk-chat><script type="module" src="https://desk.example/public/citedesk-chat.js"></script>';
    const served = (text: string) =>
      text.replaceAll('https://desk.example/public/', stub.url).replaceAll('https://desk.example', stub.url);
    await there.page.route(`${stub.url}site`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: csp === undefined ? {} : { 'content-security-policy': served(csp) },
        body: served(pageOf(own + example)),
      }),
    );
    await there.page.goto(`${stub.url}site`);
    return { ...there, ...widgetIn(there.page) };
  }

  it('is shown in these examples', () => {
    expect([HTML.length, POLICIES.length, examples('tsx').length, examples('php').length]).toEqual([
      6, 2, 1, 1,
    ]);
  });

  it.each(HTML.map((example, n) => [n + 1, example] as const))(
    'answers as in example %i',
    async (_, example) => {
      const { page, launcher, ask, cite, locator, complaints, close } = await tried(example);
      await locator('#question').waitFor({ state: 'attached' });
      if ((await launcher.count()) > 0) await launcher.click();
      await ask(QUESTION);
      await cite(1).waitFor();
      expect(complaints).toEqual([]);
      if (example.includes('registerStrings')) {
        await page.evaluate("document.documentElement.lang = 'de'");
        await locator('#question[placeholder="Das Archiv fragen"]').waitFor();
      }
      if (example.includes("ask').addEventListener")) {
        await page.locator('#ask').click();
        await expect.poll(() => stub.asked.at(-1)).toBe('What happened at the bridge?');
      }
      if (example.includes('citation-click')) {
        await page.route('https://news.example/**', (route) => route.fulfill({ body: 'The article.' }));
        await cite(1).click();
        await page.waitForURL('https://news.example/**');
      }
      await close();
    },
  );

  it.each(POLICIES.map((policy, n) => [n + 1, policy] as const))(
    'works under policy %i',
    async (n, policy) => {
      const example = n === 1 ? (HTML[0] ?? '') : (HTML.find((html) => html.includes('nonce=')) ?? '');
      const { launcher, ask, cite, complaints, close } = await tried(example, policy);
      if (n === 1) await launcher.click();
      await ask(QUESTION);
      await cite(1).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('takes every colour and measure that the table names', async () => {
    const css = readFileSync(`${DIST}/citedesk-chat.js`, 'utf8');
    const named = [...new Set(PAGE.match(/--citedesk-[a-z-]+/g))].sort();
    const known = [...new Set(css.match(/--citedesk-[a-z-]+/g))].sort();
    expect(named).toEqual(known);
  });
});
