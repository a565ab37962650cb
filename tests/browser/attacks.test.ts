import { marked } from 'marked';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cite, citeOf, type Document } from '../../src/domain/document.ts';
import type { LocalServer } from '../fakes/local-server.ts';
import { faultsOfHtml, type Probe, watch } from './attack-probe.ts';
import { ATTACKS, attack, FAMILY_NAMES, textsOf } from './attack-texts.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { abstentionOf, answerOf, documentOf, partsOf } from './stream-script.ts';
import { type Script, type Stub, startStub } from './stub-server.ts';
import { pageOf, startPages, widgetIn } from './widget-site.ts';

const OVERRIDES = /[\u202D\u202E]/g;

/** An article whose every field attacks, each with another text. */
function hostileDocument(n: number): Document {
  const fields = { author: attack(n + 2), path: attack(n + 3), publishedAt: attack(n + 4), url: attack(n) };
  const language = attack(n + 5);
  return {
    ...documentOf(`d/../${n}?x=<b>#${n}`, attack(n + 1), [`Words: ${attack(n)}`]),
    ...{ ...fields, language },
  };
}

const DOCUMENTS = ATTACKS.map((_, n) => hostileDocument(n));
const CITES = DOCUMENTS.map((document): Cite => citeOf(document, { start: 0, end: document.text.length }));
const citeAt = (n: number) => CITES.slice(n % CITES.length, (n % CITES.length) + 1);
const ANSWER = {
  ...answerOf(
    'Everything?',
    ATTACKS.map(({ text }, n) => ({
      text,
      citations: citeAt(n),
      alsoReportedBy: citeAt(n + 1),
      verdict: 'partially-supported' as const,
    })),
  ),
  conflicts: FAMILY_NAMES.map((family, n) => ({
    about: textsOf(family).join(' '),
    sides: CITES.slice(n, n + 2),
  })),
  notice: ATTACKS.map(({ text }) => text).join(' '),
};
const problem = (family: string) => {
  const [title, detail, fix] = textsOf(family);
  return JSON.stringify({ title, detail, fix, status: 400, code: title });
};
// Questions that a field for one keeps as they are: no blanks around them.
const QUESTIONS = ATTACKS.map(({ text }) => text.trim()).filter((text) => text !== '');
const SCRIPTS = new Map<string, Script>([
  ['Everything?', { kind: 'answer', parts: partsOf(ANSWER) }],
  ['Nothing?', { kind: 'answer', parts: partsOf(abstentionOf('Nothing?', attack(0), CITES)) }],
  ...FAMILY_NAMES.map((family): [string, Script] => [
    `${family}?`,
    { kind: 'refuse', status: 400, body: problem(family) },
  ]),
  ['*', { kind: 'answer', parts: partsOf(abstentionOf('', 'Not in the archive.', [])) }],
]);

/** Goes through every citation of an answer in the source panel; what is wrong on the way, and all titles. */
const walk = (root: string) => `(async () => {
  const root = ${root};
  const until = async (is) => {
    for (let tries = 0; tries < 600; tries++) {
      if (is()) return;
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    throw new Error('the panel does not change');
  };
  const place = () => root.querySelector('.panel-place')?.textContent;
  const wrong = [], titles = [];
  for (let n = 0; n < ${CITES.length}; n++) {
    const before = place();
    if (n > 0) {
      root.querySelectorAll('.panel-buttons button')[1].click();
      await until(() => place() !== before);
    }
    await until(() => root.querySelector('.panel .article, .panel .notice'));
    wrong.push(...__look(root.querySelector('.panel')));
    titles.push(root.querySelector('.panel-title').textContent);
  }
  return { wrong: [...new Set(wrong)], titles };
})()`;
type Walked = { wrong: string[]; titles: string[] };
const CHAT = "document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot";
const WIDGET = "document.querySelector('citedesk-chat').shadowRoot";

describeInBrowser('attacks as texts', (browser) => {
  let stub: Stub;
  let site: LocalServer;
  let context: BrowserContext;
  let page: Page;
  let watched: Probe;

  const open = async (address: string) => {
    ({ page } = await openPage(browser(), { url: 'about:blank', timeoutMs: 40_000 }));
    context = page.context();
    watched = await watch(page, [stub.url, site.origin]);
    await page.goto(address);
  };
  const ask = async (question: string) => {
    await page.locator('#question').fill(question);
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    const documents = new Map(DOCUMENTS.map((document) => [document.id, document]));
    const suggestions = ATTACKS.map(({ text }) => text);
    // No policy on these pages: what holds here must hold by itself.
    stub = await startStub({
      scripts: SCRIPTS,
      documents,
      csp: null,
      suggestions,
      feedbackStatus: 204,
    });
    const script = `<script type="module" src="${stub.url}citedesk-chat.js"></script>`;
    const body = `<h1>A paper</h1><p>Before.</p><citedesk-chat></citedesk-chat><p>After.</p>`;
    const style = '<style>citedesk-chat { display: block; block-size: 600px }</style>';
    site = await startPages(new Map([['/', { html: pageOf(body, { head: style + script }) }]]));
  });
  afterAll(async () => {
    await stub?.close();
    await site?.close();
  });

  it('are at least two hundred, no two alike', () => {
    expect(new Set(ATTACKS.map(({ text }) => text)).size).toBe(ATTACKS.length);
    expect(ATTACKS.length).toBeGreaterThanOrEqual(200);
  });

  describe('on the chat page', () => {
    beforeAll(async () => {
      await open(stub.url);
      await page.locator('.suggestion').first().waitFor();
      await watched.settle();
    });
    afterAll(() => context.close());

    it('stay texts as suggestions, sentences, citations, conflicts and notices', async () => {
      await watched.expectSilence();
      await ask('Everything?');
      await page.locator('.sources').waitFor();
      const shown = await page.evaluate<string>(`${CHAT}.textContent`);
      const missing = ATTACKS.filter(({ text }) => !shown.includes(text.replace(OVERRIDES, '').trim()));
      expect(missing).toEqual([]);
      await watched.expectSilence();
    });

    it('stay texts in articles, titles, authors, dates, paths and addresses', async () => {
      await page.locator('.cite').first().click();
      const { wrong, titles } = await page.evaluate<Walked>(walk(CHAT));
      expect(wrong).toEqual([]);
      expect(new Set(titles).size).toBeGreaterThan(200);
      await page.keyboard.press('Escape');
      await watched.expectSilence();
    });

    it('stay texts in nearest passages, refusals and feedback', async () => {
      await ask('Nothing?');
      await page.locator('.nearest').waitFor();
      for (const family of FAMILY_NAMES) {
        await ask(`${family}?`);
        await page.locator('.turn').last().locator('.notice').waitFor();
      }
      await watched.expectSilence();
      const turn = page.locator('.turn').first();
      await turn.locator('.unhelpful').click();
      await turn.getByLabel('It is out of date').check();
      const own = turn.getByLabel('In your own words, if you like');
      for (const family of FAMILY_NAMES) {
        await own.fill(textsOf(family).join(' '));
        await watched.expectSilence();
      }
      await turn.getByRole('button', { name: 'Send' }).click();
      await turn.getByText('Noted, thank you.').waitFor();
      await watched.expectSilence();
    });

    it('stay texts in formatted and in Markdown copies, opened by a browser', async () => {
      await page.evaluate(`navigator.clipboard.write = async ([item]) => {
        const type = item.types.includes('text/html') ? 'text/html' : 'text/plain';
        window.copied = await (await item.getType(type)).text();
      }`);
      const turn = page.locator('.turn').first();
      const [html, markdown] = [
        await copied('Formatted'),
        marked.parse(await copied('Markdown'), { async: false }),
      ];
      async function copied(name: string): Promise<string> {
        await page.evaluate('delete window.copied');
        await turn.getByRole('button', { name, exact: true }).click();
        await page.waitForFunction('window.copied');
        return page.evaluate<string>('window.copied');
      }
      const tags = ['article', 'h2', 'h3', 'p', 'sup', 'em', 'ol', 'ul', 'li', 'a', 'cite', 'strong', 'br'];
      for (const [name, text] of [
        ['html', html],
        ['markdown', markdown],
      ] as const) {
        expect(text.length).toBeGreaterThan(50_000);
        const page = `<!doctype html><meta charset="utf-8">${text}`;
        expect([name, ...(await faultsOfHtml(context, page, tags))]).toEqual([name]);
      }
    });

    it('stay texts in a conversation that is kept and read again', async () => {
      await page.reload();
      await page.locator('.sources').first().waitFor();
      await watched.expectSilence();
    });
  });

  it('stay texts as questions, and in the names of kept conversations', async () => {
    await open(stub.url);
    await watched.settle();
    // What an export would bring back: one kept conversation with every question.
    await ask(QUESTIONS[0] ?? '');
    await page.locator('.turn .question').waitFor();
    await page.locator('.tools, .turn').first().waitFor();
    await expect.poll(() => page.evaluate('localStorage.length')).toBeGreaterThan(0);
    await page.evaluate(`(() => {
      const key = Object.keys(localStorage).find((name) => localStorage[name].includes('"turns"'));
      const kept = JSON.parse(localStorage[key]);
      const [turn] = kept.turns;
      const prefix = key.slice(0, key.indexOf(kept.id));
      const texts = ${JSON.stringify(QUESTIONS)};
      const turns = texts.map((question, n) => ({ ...turn, id: 't' + n, question,
        failure: { kind: 'refused', title: question, detail: question }, phase: n % 2 ? 'failed' : turn.phase,
        filter: { path: question, since: question, until: question }, answer: { ...turn.answer, question, text: question } }));
      localStorage.setItem(prefix + 'many', JSON.stringify({ ...kept, id: 'many', turns }));
      location.hash = '#conversation=many';
      for (const [n, turn] of turns.slice(0, 90).entries()) {
        const id = '__proto__' + n + texts[n].slice(0, 20);
        localStorage.setItem(prefix + id, JSON.stringify({ ...kept, id, changedAt: '2000-01-01T00:00:00Z', turns: [turn] }));
      }
      localStorage.setItem(prefix + '__proto__', '{"__proto__":{"polluted":1},"format":1,"id":"__proto__"}');
    })()`);
    await page.reload();
    await expect.poll(() => page.locator('.turn').count()).toBe(QUESTIONS.length);
    expect(await page.locator('.history-name').count()).toBeGreaterThan(80);
    await watched.expectSilence();
    await page.locator('.history-name').nth(20).click();
    await expect.poll(() => page.locator('.turn').count()).toBe(1);
    await watched.expectSilence();
    await context.close();
  });

  it('stay inside the element on another site', async () => {
    await open('about:blank');
    await context.route(`${stub.url}**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await page.goto(site.origin);
    const widget = widgetIn(page);
    await widget.locator('#question').waitFor();
    await watched.settle();
    await widget.ask('Everything?');
    await widget.locator('.sources').waitFor();
    const shown = await page.evaluate<string>(`${WIDGET}.textContent`);
    expect(ATTACKS.filter(({ text }) => !shown.includes(text.replace(OVERRIDES, '').trim()))).toEqual([]);
    await watched.expectSilence();
    await widget.cite(1).click();
    const { wrong, titles } = await page.evaluate<Walked>(walk(WIDGET));
    expect(wrong).toEqual([]);
    expect(new Set(titles).size).toBeGreaterThan(200);
    await page.keyboard.press('Escape');
    for (const question of ['Nothing?', ...FAMILY_NAMES.map((family) => `${family}?`)]) {
      await widget.ask(question);
      await widget.turn.locator('.notice, .nearest').first().waitFor();
    }
    for (const name of ['suggestions', 'lang', 'theme', 'site', 'mode', 'greeting', 'heading'])
      for (const family of FAMILY_NAMES)
        await page.evaluate(
          `document.querySelector('citedesk-chat').setAttribute('${name}', ${JSON.stringify(textsOf(family).join('|'))})`,
        );
    expect((await page.evaluate<string[]>('__look()')).filter((fault) => fault !== '')).toEqual([]);
    await context.close();
  });
});
