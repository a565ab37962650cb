import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { ar } from '../../web/src/strings/ar.ts';
import { enTable } from '../../web/src/strings/en.ts';
import { es } from '../../web/src/strings/es.ts';
import { fr } from '../../web/src/strings/fr.ts';
import { pt } from '../../web/src/strings/pt.ts';
import { ru } from '../../web/src/strings/ru.ts';
import { axeViolations } from './axe.ts';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { ANSWER, documents, QUESTION, REFUSAL, scripts, UNKNOWN } from './stories.ts';
import { partsOf } from './stream-script.ts';
import { type Stub, startStub } from './stub-server.ts';
import { pageOf, type Widget, widgetIn } from './widget-site.ts';

const [first, ...others] = ANSWER.claims;
const cite = first?.citations[0];
const AT_ISSUE = first?.text.slice(0, 10) ?? '';

/** All that a server says in English prose beside an answer's own sentences. */
const SPEAKING: Answer = {
  ...ANSWER,
  claims: [
    ...(first === undefined
      ? []
      : [
          {
            ...first,
            verdict: 'contradicted' as const,
            reasons: [
              {
                code: 'number-mismatch' as const,
                words: 'Draft: 3; source: 4.',
                draft: { start: 0, end: AT_ISSUE.length, text: AT_ISSUE },
                source: cite ?? null,
              },
            ],
          },
        ]),
    ...others,
  ],
  conflicts: [
    {
      about: 'crowns: 18 or 19',
      sides: cite ? [cite, cite] : [],
      values: ['18 %', '19 %'],
      topic: 'figure',
    },
  ],
  notice: 'The language model broke off; the end of its answer is missing.',
  noticeCode: 'end-missing',
};

const TABLES = { ar, es, fr, pt, ru };
// Words of the server's that no table has.
const SERVER_WORDS =
  /Draft|language model|Sources disagree|otherwise|archive does not|limit is|Ask a shorter|HTTP/;

describeInBrowser('the words of the element', (browser) => {
  let stub: Stub;
  const suggestions = ['Who paid for the bridge?', 'When did it open?', 'What did it cost?', 'Who came?'];

  beforeAll(async () => {
    const played = new Map([
      ...scripts(),
      ['speaking', { kind: 'answer' as const, parts: partsOf(SPEAKING) }],
      [
        'too long',
        {
          kind: 'refuse' as const,
          status: 400,
          body: JSON.stringify({ ...REFUSAL, code: 'limit-exceeded' }),
        },
      ],
    ]);
    stub = await startStub({ scripts: played, documents: documents(), suggestions });
  });
  afterAll(() => stub?.close());

  async function onPage(
    body: string,
    use: (page: Page, widget: Widget) => Promise<void>,
    size: Size = 'desktop',
  ) {
    const there = await openPage(browser(), { url: 'about:blank', size });
    const head = '<script type="module" src="citedesk-chat.js"></script>';
    const html = pageOf(`<main><h1>News</h1>${body}</main>`, { head });
    await there.page.route(`${stub.url}site`, (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await there.page.goto(`${stub.url}site`);
    try {
      await use(there.page, widgetIn(there.page));
      expect(there.complaints).toEqual([]);
    } finally {
      await there.close();
    }
  }

  it.each(Object.entries(TABLES))(
    'are all of the reader’s language, whatever the server says in its own: %s',
    async (lang, table) => {
      await onPage(`<citedesk-chat lang="${lang}"></citedesk-chat>`, async (_, { ask, turn, locator }) => {
        const said: string[] = [];
        const ended = async (question: string) => {
          await ask(question);
          await expect.poll(() => turn.getAttribute('aria-busy')).toBe('false');
          await expect.poll(() => turn.locator('.question').textContent()).toBe(question);
          said.push((await turn.textContent()) ?? '');
        };
        await ended('speaking');
        expect(await turn.locator('.conflict .label').textContent()).toContain(table.conflicts.figure);
        expect(await turn.locator('.card-value').allTextContents()).toEqual(['18 %', '19 %']);
        expect(await turn.locator('.reason').textContent()).toBe(`${table.reasons.differs} — ${AT_ISSUE}`);
        expect(await turn.locator('.answer-notice').textContent()).toBe(table.failures.interrupted.detail);
        await ended(UNKNOWN);
        expect(await turn.locator('.abstention-text').textContent()).toBe(table.abstainedText);
        await ended('too long');
        expect(await turn.locator('.notice-title').textContent()).toContain(table.tooLong);
        await ended('refused');
        expect(await turn.locator('.notice-title').textContent()).toContain(table.failures.refused.title);
        await ended('broken');
        expect(await turn.locator('.notice-detail').textContent()).toBe(table.failures.broken.detail);
        said.push(...(await locator('[aria-live]').allTextContents()));
        for (const words of said) expect(words).not.toMatch(SERVER_WORDS);
      });
    },
  );

  it('are the server’s where the reader reads English', async () => {
    await onPage('<citedesk-chat lang="en-GB"></citedesk-chat>', async (_, { ask, turn }) => {
      await ask('speaking');
      await turn.locator('.conflict').waitFor();
      expect(await turn.locator('.conflict .label').textContent()).toContain(enTable.conflicts.figure);
      expect(await turn.locator('.reason').textContent()).toBe('Draft: 3; source: 4.');
      expect(await turn.locator('.answer-notice').textContent()).toBe(SPEAKING.notice);
      await ask('too long');
      await turn.locator('.notice-detail').waitFor();
      expect(await turn.locator('.notice-detail').textContent()).toContain('the limit is 2,000');
    });
  });

  describe.each<Size>(['desktop', 'phone', 'narrow'])('to begin with, on a %s screen', (size) => {
    it('are three questions that the archive answers', async () => {
      await onPage(
        '<citedesk-chat lang="en"></citedesk-chat>',
        async (page, { locator, turn }) => {
          await expect.poll(() => locator('.suggestion').allTextContents()).toEqual(suggestions.slice(0, 3));
          expect(await axeViolations(page)).toEqual([]);
          await locator('.suggestion').first().click();
          expect(await turn.locator('.question').textContent()).toBe(suggestions[0]);
        },
        size,
      );
    });

    it('come with the bubble, all in sight of the question’s field', async () => {
      const asked: string[] = [];
      await onPage(
        '<citedesk-chat mode="bubble" lang="en"></citedesk-chat>',
        async (page, { launcher, locator }) => {
          page.on('request', (request) => asked.push(new URL(request.url()).pathname));
          await launcher.waitFor();
          expect(asked).not.toContain('/api/suggestions');
          await launcher.click();
          await locator('.suggestion').nth(2).waitFor();
          const [last, field] = [locator('.suggestion').nth(2), locator('#question')];
          const [above, below] = [await last.boundingBox(), await field.boundingBox()];
          if (size !== 'narrow') expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
          expect(asked.filter((path) => path === '/api/suggestions')).toHaveLength(1);
        },
        size,
      );
    });
  });

  it('are the page’s own where it names any, for which the server is not asked', async () => {
    const asked: string[] = [];
    await onPage(
      `<citedesk-chat lang="en" suggestions="One? | Two?"></citedesk-chat>`,
      async (page, { ask, locator, turn }) => {
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await expect.poll(() => locator('.suggestion').allTextContents()).toEqual(['One?', 'Two?']);
        await ask(QUESTION);
        await turn.locator('.sources').waitFor();
        expect(asked).not.toContain('/api/suggestions');
      },
    );
  });
});
