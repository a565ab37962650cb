import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Cite, Document } from '../../src/domain/document.ts';
import type { LocalServer } from '../fakes/local-server.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server.ts';
import { citedesk, folder, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import { faultsOfHtml, type Probe, watch } from './attack-probe.ts';
import { ATTACKS, attack, oneLine } from './attack-texts.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type OpenPage, openPage } from './open-page.ts';
import {
  DRAFT,
  FACT,
  hostileCorpus,
  hostileQuestions,
  idsOf,
  QUESTION,
  shortened,
  WHOLE_NAMES,
  WRITTEN_ANSWERS,
  writtenAnswer,
} from './served-attacks.ts';
import { answerOf, partsOf, sse } from './stream-script.ts';
import { pageOf, startPages, widgetIn } from './widget-site.ts';

const FILES = hostileCorpus();
// What is foreign on these pages: words of articles, questions, drafts and answers, and what they are named by.
const FOREIGN = [...FILES.flatMap(({ name, text }) => [name, text]), DRAFT, ...hostileQuestions()].join(' ');
const OVERRIDES = /[\u202D\u202E]/g;
const CHAT = "document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot";
const REPORT_TAGS = [
  ...['main', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'p', 'section', 'div', 'span', 'a', 'q', 'mark', 'dl'],
  ...['dt', 'dd', 'strong', 'bdi', 'sup', 'br'],
];

/** How many attacks are to be read in a text, but for overrides of direction and kinds of white space. */
function seenIn(shown: string): number {
  const plain = (text: string) => text.replace(OVERRIDES, '').replace(/\s+/g, ' ').trim();
  const all = plain(shown);
  return ATTACKS.filter(({ text }) => all.includes(plain(shortened(text)))).length;
}

describeInBrowser('attacks on a served desk', (browser) => {
  let served: ServedDesk;
  let model: ModelServer;
  let site: LocalServer;
  let opened: OpenPage;
  let page: Page;
  let watched: Probe;
  /** Which of its answers the model writes next. */
  let written = 0;

  beforeAll(async () => {
    const corpus = join(folder(), 'corpus');
    mkdirSync(corpus);
    for (const { name, text } of FILES) writeFileSync(join(corpus, name), text);
    // A model that writes every attack behind the one true statement, and cites it.
    model = await startModelServer(({ body }) => {
      const passages = [...body.matchAll(/<passage-(\d+)-\w+>(.*?)<\/passage/g)];
      const number = passages.find(([, , words]) => words?.includes(FACT))?.[1];
      return { chunks: writtenAnswer(written++, number ?? '') };
    });
    const [provider, baseUrl] = ['openai', `${model.url}/v1`];
    const answerer = { provider, baseUrl, model: 'scripted', policy: 'strike', retries: 0 };
    const config = join(folder(), 'desk.config.ts');
    writeFileSync(config, `export default ${JSON.stringify({ answerer })};\n`);
    const flags = ['--corpus', corpus, '--index', join(folder(), 'index'), '--config', config];
    const indexed = await citedesk(['index', ...flags]);
    expect(indexed.code, indexed.stderr).toBe(0);
    // Nothing of an article reaches the terminal as an order to it.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(indexed.stdout + indexed.stderr).not.toMatch(/[\u0007\u0008\u009b]|\u001b[\]P]/);
    served = await serveCitedesk(flags, { env: { OPENAI_API_KEY: 'sk-0123456789abcdefghij' } });
    const script = `<script type="module" src="${served.url}/public/citedesk-chat.js"></script>`;
    const body = '<h1>A paper</h1><p>Before.</p><citedesk-chat site="demo"></citedesk-chat><p>After.</p>';
    const style = '<style>citedesk-chat { display: block; block-size: 600px }</style>';
    site = await startPages(new Map([['/', { html: pageOf(body, { head: style + script }) }]]));
  });
  afterAll(async () => {
    await served?.stop();
    await Promise.all([model?.close(), site?.close()]);
  });
  beforeEach(async () => {
    opened = await openPage(browser(), { url: 'about:blank', timeoutMs: 40_000, acceptDownloads: true });
    page = opened.page;
    watched = await watch(page, [served.url, site.origin]);
  });
  afterEach(() => opened?.close());

  const expectSafe = async () => {
    await watched.expectSilence();
    await watched.expectOrder(FOREIGN);
  };
  const ask = async (question: string) => {
    await page.locator('#question').fill(question);
    await page.keyboard.press('Enter');
    await page.locator('.turn').last().locator('.tools, .notice').first().waitFor();
  };
  const documents = async (): Promise<readonly Document[]> => {
    const ids = await idsOf(FILES);
    const found = await Promise.all(ids.map((id) => fetch(`${served.url}/api/documents/${id}`)));
    const bodies = found.filter(({ ok }) => ok).map((response) => response.json());
    return (await Promise.all(bodies)).map(({ document }) => document);
  };

  it('are texts in what a model writes', { timeout: 180_000 }, async () => {
    await page.goto(served.url);
    await watched.settle();
    const asked = model.requests.length;
    written = 0;
    for (let n = 0; n < WRITTEN_ANSWERS; n++) await ask(QUESTION);
    expect(model.requests.length - asked).toBe(WRITTEN_ANSWERS);
    const shown = await page.evaluate<string>(`${CHAT}.textContent`);
    // Not all: what gives orders is not shown.
    expect(seenIn(shown)).toBeGreaterThan(200);
    await expectSafe();
  });

  it('are texts in what a model writes for a reader of another site', async () => {
    await page.goto(site.origin);
    const widget = widgetIn(page);
    await widget.locator('#question').waitFor();
    await watched.settle();
    // The one with the longest words, whose element must not grow with them.
    written = WRITTEN_ANSWERS - 2;
    await widget.ask(QUESTION);
    await widget.locator('.sources').waitFor();
    await expectSafe();
    await widget.cite(1).click();
    await widget.passage.waitFor();
    await expectSafe();
  });

  it('are texts in questions', async () => {
    await page.goto(served.url);
    await watched.settle();
    for (const question of hostileQuestions()) await ask(question);
    const shown = await page.locator('.turn .question').allTextContents();
    expect(seenIn(shown.join('\n'))).toBeGreaterThan(250);
    await expectSafe();
  });

  it('are texts in every article, its title, author, address and file name', async () => {
    expect(WHOLE_NAMES).toBeGreaterThan(200);
    const read = await documents();
    expect(read.length).toBeGreaterThan(260);
    // Markdown and HTML have taken some for what they say; as titles and names they are whole.
    const said = read.map(({ text, title, author, path }) => [text, title, author, path].join('\n'));
    expect(seenIn(said.join('\n'))).toBeGreaterThan(250);
    const cites = read.map(({ id, path, title, url, publishedAt, text }): Cite => {
      const quote = text.slice(0, 20);
      return { documentId: id, path, title, url, publishedAt, start: 0, end: quote.length, quote };
    });
    // An answer that cites them all; the articles that it opens come from the desk.
    const body = sse(partsOf(answerOf('Walk', [{ text: 'All of them.', citations: cites }])));
    await page.route('**/api/chat', (route) => route.fulfill({ contentType: 'text/event-stream', body }));
    await page.goto(served.url);
    await ask('Walk');
    await expectSafe();
    await page.locator('.cite').first().click();
    const { wrong, texts } = await page.evaluate<{ wrong: string[]; texts: string }>(`(async () => {
      const root = ${CHAT};
      const wrong = [], texts = [];
      const until = async (is) => {
        for (let tries = 0; tries < 600 && !is(); tries++) await new Promise((resolve) => setTimeout(resolve, 4));
        if (!is()) throw new Error('the panel does not change');
      };
      const place = () => root.querySelector('.panel-place')?.textContent;
      for (let n = 0; n < ${cites.length}; n++) {
        const before = place();
        if (n > 0) {
          root.querySelectorAll('.panel-buttons button')[1].click();
          await until(() => place() !== before);
        }
        await until(() => root.querySelector('.panel .article'));
        wrong.push(...__look(root.querySelector('.panel')));
        texts.push(root.querySelector('.panel').textContent);
        // Only where directions may turn: it lays the page out twice.
        if (/[\\u061C\\u200E\\u200F\\u2066-\\u2069\\u202A-\\u202E]/.test(texts.at(-1))) wrong.push(...__moved(${JSON.stringify(FOREIGN)}));
      }
      return { wrong: [...new Set(wrong)], texts: texts.join('\\n') };
    })()`);
    expect(wrong).toEqual([]);
    expect(seenIn(texts)).toBeGreaterThan(240);
    await page.keyboard.press('Escape');
    await expectSafe();
  });

  it.each([
    ['txt', 250],
    ['md', 80],
    ['html', 250],
  ])('are texts in a draft as %s, and in its report as a file', async (kind, least) => {
    await page.goto(`${served.url}/check`);
    await watched.settle();
    const mild = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const text =
      kind === 'html' ? `${mild(DRAFT).replaceAll('\n\n', '<p>')}<p>${attack(0)}${attack(15)}` : DRAFT;
    const name = `${oneLine(attack(14))} \u202E.${kind}`;
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
    await page.locator('[data-act="again"]').waitFor();
    const shown = await page.evaluate<string>(
      "document.querySelector('citedesk-check').shadowRoot.querySelector('.draft-text').textContent",
    );
    expect(seenIn(shown)).toBeGreaterThan(least);
    await expectSafe();
    await page.locator('.menu summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-format="html"]').click(),
    ]);
    await watched.expectSilence();
    const report = readFileSync(await download.path(), 'utf8');
    expect(await faultsOfHtml(page.context(), report, REPORT_TAGS)).toEqual([]);
  });
});
