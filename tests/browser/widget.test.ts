import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalServer } from '../fakes/local-server.ts';
import { builtIndex, FIXTURE, folder, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import { axeInBothThemes } from './axe.ts';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { pageOf, type SitePage, startPages, widgetIn } from './widget-site.ts';

const QUESTION = 'How much will the repairs of the harbour bridge cost?';
const UNKNOWN = 'Which orchestra played at the opening of the opera house in Sydney?';

/** A script that looks into the first element on a page, which it calls `root`. */
const inElement = (script: string) =>
  `(() => { const root = document.querySelector('citedesk-chat').shadowRoot; return ${script}; })()`;

describeInBrowser('the element on other sites', (browser) => {
  let served: ServedDesk;
  let site: LocalServer;
  const pages = new Map<string, SitePage>();

  beforeAll(async () => {
    site = await startPages(pages);
    const { origin } = site;
    const config = join(folder(), 'citedesk.config.ts');
    const sites = [
      { key: 'courier', origins: [origin], questionsPerMinute: 600, questionsPerMinutePerVisitor: 600 },
      { key: 'framed', origins: ['null'], questionsPerMinute: 600, questionsPerMinutePerVisitor: 600 },
      { key: 'elsewhere', origins: ['https://news.example'] },
      { key: 'few', origins: [origin], questionsPerMinutePerVisitor: 1 },
    ];
    writeFileSync(config, `export default { sites: ${JSON.stringify(sites)} };\n`);
    const flags = ['--corpus', FIXTURE, '--index', await builtIndex(), '--config', config];
    served = await serveCitedesk(flags);
  });
  afterAll(async () => {
    await served?.stop();
    await site?.close();
  });

  const script = (attributes = '') =>
    `<script type="module" ${attributes} src="${served.url}/public/citedesk-chat.js"></script>`;

  interface Stay extends Partial<SitePage> {
    readonly lang?: string;
    readonly head?: string;
    readonly size?: Size;
    readonly before?: string;
  }

  /** Shows a page with the body given, the module loaded; nothing may be complained of. */
  async function on(body: string, stay: Stay, use: (page: Page) => Promise<void>): Promise<void> {
    const { csp, lang, head = script(), ...rest } = stay;
    pages.set('/', { html: pageOf(body, { head, ...(lang && { lang }) }), ...(csp && { csp }) });
    const there = await openPage(browser(), { url: site.origin, ...rest });
    try {
      await use(there.page);
      expect(there.complaints).toEqual([]);
    } finally {
      await there.close();
    }
  }

  const strictest = (more = '') =>
    `default-src 'none'; script-src ${served.url}; style-src 'none'; connect-src ${served.url}; base-uri 'none'; ` +
    `form-action 'none'; require-trusted-types-for 'script'; trusted-types citedesk-chat${more}`;

  it.each<Size>(['desktop', 'phone'])(
    'answers and shows a source under the strictest policy on a %s',
    async (size) => {
      await on('<citedesk-chat site="courier"></citedesk-chat>', { csp: strictest(), size }, async (page) => {
        const { ask, cite, passage, panel } = widgetIn(page);
        await ask(QUESTION);
        await cite(1).click();
        await passage.waitFor();
        expect(await passage.textContent()).not.toBe('');
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'hidden' });
        await page.locator('.cite[data-number="1"]:focus').waitFor();
        // Neither cookies nor storage.
        expect(await page.context().cookies()).toEqual([]);
        expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
      });
    },
  );

  it('is let in by a nonce alone, and writes style elements with one where it must', async () => {
    const csp =
      "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; " +
      `connect-src ${served.url}; require-trusted-types-for 'script'; trusted-types citedesk-chat`;
    const old =
      'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets';
    const body = '<citedesk-chat site="courier" nonce="abc"></citedesk-chat>';
    for (const before of [undefined, old]) {
      await on(body, { csp, head: script('nonce="abc"'), ...(before && { before }) }, async (page) => {
        const { ask, cite, locator } = widgetIn(page);
        await ask(QUESTION);
        await cite(1).waitFor();
        expect(await locator('style').count()).toBe(before ? 8 : 0);
        const display = await page.evaluate(
          inElement("getComputedStyle(root.querySelector('.desk')).display"),
        );
        expect(display).toBe('grid');
      });
    }
  });

  it('works in a sandboxed frame for a site that lists its origin, which is null', async () => {
    for (const [key, words] of [
      ['framed', null],
      ['courier', 'This page may not ask the archive'],
    ] as const) {
      pages.set('/frame', {
        html: pageOf(`<citedesk-chat site="${key}"></citedesk-chat>`, { head: script() }),
      });
      await on(
        '<iframe sandbox="allow-scripts" src="/frame" width="800" height="700"></iframe>',
        { head: '' },
        async (page) => {
          const frame = page.frames()[1];
          if (frame === undefined) throw new Error('the page has no frame');
          const { ask, cite, passage, notice } = widgetIn(frame);
          await ask(QUESTION);
          if (words !== null) return notice.getByText(words).waitFor();
          await cite(1).click();
          await passage.waitFor();
        },
      );
    }
  });

  it('stands twice on one page, each with its own conversation, from one and from two addresses', async () => {
    const body =
      '<citedesk-chat id="a" site="courier"></citedesk-chat><citedesk-chat id="b" mode="bubble" site="courier"></citedesk-chat>';
    const twice = script() + script().replace('.js', '.js?again').replaceAll('public/', 'public/');
    for (const head of [script(), twice]) {
      await on(body, { head, csp: strictest() }, async (page) => {
        const [a, b] = [widgetIn(page, '#a'), widgetIn(page, '#b')];
        await a.ask(QUESTION);
        await b.launcher.click();
        await b.ask(UNKNOWN);
        await a.cite(1).waitFor();
        await b.locator('.abstention').waitFor();
        expect(await a.locator('.question').allTextContents()).toEqual([QUESTION]);
        expect(await b.locator('.question').allTextContents()).toEqual([UNKNOWN]);
      });
    }
  });

  it.each([
    ['without a key', '', 'This page may not ask the archive'],
    ['with a key that nobody knows', 'site="other"', 'This page may not ask the archive'],
    ['on an origin that its site does not list', 'site="elsewhere"', 'This page may not ask the archive'],
    ['on a page in French', 'site="elsewhere" lang="fr"', 'Cette page ne peut pas interroger les archives'],
  ])('refuses in plain words %s', async (_, attributes, words) => {
    await on(`<citedesk-chat ${attributes}></citedesk-chat>`, {}, async (page) => {
      const { ask, notice } = widgetIn(page);
      await page.evaluate(
        "document.addEventListener('citedesk-answer', (event) => { window.told = event.detail.failure })",
      );
      await ask(QUESTION);
      await notice.getByText(words).waitFor();
      // Whoever built the page is told what is wrong with it.
      expect(await page.evaluate('window.told')).toEqual({
        kind: 'not-admitted',
        cause: expect.stringContaining('site'),
      });
    });
  });

  it.each([
    ['en', 'Too many questions at the moment', /Try again in \d+ seconds\./],
    ['ru', 'Слишком много вопросов', /Повторить через \d+ секунд[уы]?\./],
  ])('says in %s when a reader may ask again', async (lang, title, detail) => {
    await on(`<citedesk-chat site="few" lang="${lang}"></citedesk-chat>`, {}, async (page) => {
      const { ask, turn, notice, locator } = widgetIn(page);
      for (let asked = 1; (await notice.count()) === 0; asked += 1) {
        await ask(QUESTION);
        await locator(`.turn:nth-of-type(${asked}):not([aria-busy="true"])`).waitFor();
      }
      await turn.getByText(title).waitFor();
      expect(await notice.locator('.notice-detail').textContent()).toMatch(detail);
    });
  });

  it.each<Size>(['desktop', 'phone'])('opens as a bubble and is walked by keyboard on a %s', async (size) => {
    const body =
      '<button id="before">Page</button><citedesk-chat mode="bubble" site="courier"></citedesk-chat>';
    await on(body, { csp: strictest(), size }, async (page) => {
      const { bubble, passage, panel, locator } = widgetIn(page);
      const focused = (selector: string) => locator(`${selector}:focus`).waitFor();
      await page.locator('#before').focus();
      await page.keyboard.press('Tab');
      await focused('.launcher');
      await page.keyboard.press('Enter');
      await bubble.waitFor();
      await focused(size === 'phone' ? '.bubble' : '#question');
      expect(await page.locator('dialog.bubble:modal').count()).toBe(size === 'phone' ? 1 : 0);
      await locator('#question').focus();
      await page.keyboard.type(QUESTION);
      await page.keyboard.press('Enter');
      await locator('.sources').waitFor();
      while ((await locator('.cite[data-number="1"]:focus').count()) === 0)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await passage.waitFor();
      await focused('.panel');
      // One thing at a time.
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await focused('.cite[data-number="1"]');
      expect(await bubble.isVisible()).toBe(true);
      if (await locator('#note:popover-open').count()) await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await bubble.waitFor({ state: 'hidden' });
      await focused('.launcher');
      // What was asked is there when it opens again.
      await page.keyboard.press('Enter');
      expect(await locator('.question').allTextContents()).toEqual([QUESTION]);
    });
  });

  it('tells the page what happens, and does what the page asks', async () => {
    const body =
      '<button id="page">Page</button><citedesk-chat mode="bubble" site="courier"></citedesk-chat>';
    await on(body, {}, async (page) => {
      const { bubble, cite, panel } = widgetIn(page);
      await page.evaluate(`window.told = [];
        for (const name of ['citedesk-open', 'citedesk-close', 'citedesk-ask', 'citedesk-answer', 'citedesk-citation-click', 'citation-click'])
          document.addEventListener(name, ({ type, detail, composed }) => window.told.push([type, detail, composed]));`);
      const told = () => page.evaluate<[string, Record<string, unknown>, boolean][]>('window.told');
      await page.evaluate(`document.querySelector('citedesk-chat').ask(${JSON.stringify(QUESTION)})`);
      await bubble.waitFor();
      expect((await told()).map(([type, , composed]) => [type, composed])).toEqual([
        ['citedesk-open', true],
        ['citedesk-ask', true],
        ['citedesk-answer', true],
      ]);
      const answer = (await told()).at(-1)?.[1];
      expect(answer).toMatchObject({ question: QUESTION, status: 'answered', failure: null });
      expect(answer?.['citations']).toContainEqual(
        expect.objectContaining({ number: 1, quote: expect.any(String) }),
      );
      await page.evaluate(
        "document.addEventListener('citedesk-citation-click', (event) => event.preventDefault(), { once: true })",
      );
      await cite(1).click();
      await expect
        .poll(async () => (await told()).slice(3).map(([type]) => type))
        .toEqual(['citation-click', 'citedesk-citation-click']);
      expect(await panel.isVisible()).toBe(false);
      await cite(1).click();
      await panel.waitFor();
      await page.evaluate("document.querySelector('citedesk-chat').close()");
      await bubble.waitFor({ state: 'hidden' });
      await expect.poll(async () => (await told()).at(-1)?.[0]).toBe('citedesk-close');
      // Nothing of it holds the page any more, the source that was open least of all.
      await page.locator('#page').click();
      await page.evaluate("document.querySelector('citedesk-chat').open()");
      await bubble.waitFor();
    });
  });

  it('speaks the language of its page, that of its own attribute, and one that the page brings', async () => {
    const body =
      '<citedesk-chat site="courier"></citedesk-chat><div lang="es-MX"><citedesk-chat id="es"></citedesk-chat></div><citedesk-chat id="own" lang="ar"></citedesk-chat><citedesk-chat id="de" lang="de"></citedesk-chat>';
    await on(body, { lang: 'pt-BR' }, async (page) => {
      const title = (selector: string) => page.locator(`${selector} .empty-title`).first().textContent();
      await page.locator('#de .empty-title').waitFor();
      expect(await title('citedesk-chat')).toBe('O que gostaria de saber?');
      expect(await title('#es')).toBe('¿Qué desea saber?');
      expect(await title('#own')).toBe('ماذا تريد أن تعرف؟');
      expect(await title('#de')).toBe('What would you like to know?');
      await page.evaluate(
        "customElements.get('citedesk-chat').registerStrings('de', { emptyTitle: 'Was möchten Sie wissen?' })",
      );
      await expect.poll(() => title('#de')).toBe('Was möchten Sie wissen?');
      await page.evaluate("document.documentElement.lang = 'ru'");
      await expect.poll(() => title('citedesk-chat')).toBe('Что вы хотите узнать?');
      const directions = await page.evaluate(
        "['#es', '#own'].map((id) => getComputedStyle(document.querySelector(id).shadowRoot.querySelector('.desk')).direction)",
      );
      expect(directions).toEqual(['ltr', 'rtl']);
    });
  });

  it('keeps what the page says of itself out, and what it sets of the element in', async () => {
    const head = `${script()}<style>* { letter-spacing: 9px !important } body { text-transform: uppercase; line-height: 5; font: 40px cursive }
      citedesk-chat { --citedesk-accent: rgb(1, 2, 3); block-size: 300px } button, .ask { display: none }</style>`;
    await on('<citedesk-chat site="courier" theme="dark"></citedesk-chat>', { head }, async (page) => {
      const style = await page.evaluate(
        inElement(
          "(({ display, textTransform, fontSize }) => ({ display, textTransform, fontSize }))(getComputedStyle(root.querySelector('.ask')))",
        ),
      );
      expect(style).toEqual({ display: 'flex', textTransform: 'none', fontSize: '15px' });
      const element = await page.evaluate(
        inElement(
          "(({ height, colorScheme }) => ({ height, colorScheme, accent: getComputedStyle(root.host).getPropertyValue('--citedesk-accent') }))(getComputedStyle(root.host))",
        ),
      );
      expect(element).toEqual({ height: '300px', colorScheme: 'dark', accent: 'rgb(1, 2, 3)' });
    });
  });

  it('takes what a page has set before the module came', async () => {
    const body = `<citedesk-chat site="courier"></citedesk-chat>`;
    const head = `<script>addEventListener('DOMContentLoaded', () => { document.querySelector('citedesk-chat').suggestions = ['One?', 'Two?'] })</script>${script('async')}`;
    await on(body, { head }, async (page) => {
      await expect
        .poll(() => page.locator('citedesk-chat .suggestion').allTextContents())
        .toEqual(['One?', 'Two?']);
    });
  });

  it.each<Size>(['desktop', 'phone'])('has nothing that axe finds on a %s, light or dark', async (size) => {
    const images = process.env['CITEDESK_SCREENSHOTS'];
    const shot = async (page: Page, name: string) => {
      if (images === undefined) return;
      mkdirSync(images, { recursive: true });
      await page.screenshot({ path: join(images, `widget-${name}-${size}.png`) });
    };
    const body =
      '<main><h1>Page</h1><p>Words of the page around it.</p><citedesk-chat mode="bubble" site="courier" suggestions="One question?|And another?"></citedesk-chat></main>';
    for (const lang of ['en', 'ar']) {
      const style =
        '<style>:root { color-scheme: light dark } body { font: 16px/1.5 serif; margin: 2rem }</style>';
      await on(body, { size, lang, head: style + script() }, async (page) => {
        const { launcher, ask, cite, locator, passage } = widgetIn(page);
        const violations = async (state: string) => {
          const found = await axeInBothThemes(page, (theme) => shot(page, `${state}-${lang}-${theme}`));
          return found.map((violation) => `${state} ${violation}`);
        };
        const found = await violations('closed');
        await launcher.click();
        found.push(...(await violations('open')));
        await ask(QUESTION);
        await locator('.sources').waitFor();
        found.push(...(await violations('answer')));
        await cite(1).click();
        await passage.waitFor();
        found.push(...(await violations('source')));
        await page.keyboard.press('Escape');
        await ask(UNKNOWN);
        await locator('.abstention').waitFor();
        found.push(...(await violations('abstention')));
        expect(found).toEqual([]);
      });
    }
  });

  it.each<Size>(['desktop', 'phone'])(
    'has nothing that axe finds in the text of a page on a %s, light or dark',
    async (size) => {
      const images = process.env['CITEDESK_SCREENSHOTS'];
      const body =
        '<main><h1>Page</h1><citedesk-chat id="a" site="courier"></citedesk-chat><citedesk-chat id="b" lang="ru" site="elsewhere"></citedesk-chat></main>';
      const head = `<style>:root { color-scheme: light dark }</style>${script()}`;
      await on(body, { size, head }, async (page) => {
        const [a, b] = [widgetIn(page, '#a'), widgetIn(page, '#b')];
        await a.ask(QUESTION);
        await a.cite(1).waitFor();
        await b.ask(QUESTION);
        await b.notice.waitFor();
        const found = await axeInBothThemes(page, async (theme) => {
          if (images === undefined) return;
          const path = join(images, `widget-inline-${theme}-${size}.png`);
          await page.screenshot({ path, fullPage: true });
        });
        expect(found).toEqual([]);
      });
    },
  );
});
