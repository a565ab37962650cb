import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import {
  builtIndex,
  citedesk,
  corpusCopy,
  FIXTURE,
  type ServedDesk,
  serveCitedesk,
} from '../http/support/cli.ts';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { isInside, openDesk } from './desk-page.ts';
import { openPage } from './open-page.ts';
import { widgetIn } from './widget-site.ts';

const QUESTION = 'How much will the repairs of the harbour bridge cost?';
const UNKNOWN = 'Which orchestra played at the opening of the opera house in Sydney?';

describeInBrowser('the chat page over a served index', (browser) => {
  let served: ServedDesk;

  beforeAll(async () => {
    const folders = ['--corpus', FIXTURE, '--index', await builtIndex()];
    served = await serveCitedesk(folders);
  });
  afterAll(async () => {
    await served?.stop();
  });

  const answerTo = (question: string) => answerFrom(served.url, question);
  const answerFrom = async (url: string, question: string): Promise<Answer> => {
    const body = JSON.stringify({ question });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/api/ask`, { method: 'POST', headers, body })).json();
  };

  it.each<Size>(['desktop', 'phone'])(
    'shows the words of the document behind every citation on a %s',
    async (size) => {
      const answer = await answerTo(QUESTION);
      expect(answer.status).toBe('answered');
      const desk = await openDesk(browser(), { url: served.url, size });
      await desk.ask(QUESTION);
      await desk.turn.locator('.sources').waitFor();
      const quotes = [
        ...new Set(answer.claims.flatMap((claim) => claim.citations.map((cite) => cite.quote))),
      ];
      await desk.cite(1).click();
      for (const [n, quote] of quotes.entries()) {
        await expect.poll(() => desk.passage.textContent()).toBe(quote);
        await expect.poll(() => isInside(desk.passage, desk.page.locator('.panel-scroll'))).toBe(true);
        if (n < quotes.length - 1) await desk.panel.getByRole('button', { name: 'Next citation' }).click();
      }
      expect(desk.complaints).toEqual([]);
      await desk.close();
    },
  );

  it('says that the archive holds no answer, and opens a nearest passage', async () => {
    const { status, text, nearest } = await answerTo(UNKNOWN);
    expect(status).toBe('abstained');
    const desk = await openDesk(browser(), { url: served.url });
    await desk.ask(UNKNOWN);
    await desk.turn.getByText(text).waitFor();
    await desk.turn.locator('.card').first().click();
    await expect.poll(() => desk.passage.textContent()).toBe(nearest[0]?.quote);
    await desk.close();
  });

  it('shows the server’s own words for a question that it refuses', async () => {
    const desk = await openDesk(browser(), { url: served.url });
    await desk.ask('why '.repeat(600));
    await desk.turn.locator('.notice').getByText('Limit exceeded').waitFor();
    await desk.close();
  });

  it.each<Size>(['desktop', 'phone'])(
    'keeps an answer over a reload and a restart of the server on a %s',
    async (size) => {
      const folders = ['--corpus', FIXTURE, '--index', await builtIndex()];
      const first = await serveCitedesk(folders);
      const desk = await openDesk(browser(), { url: first.url, size });
      await desk.ask(QUESTION);
      await desk.turn.locator('.tools').waitFor();
      await first.stop();
      await desk.ask(UNKNOWN);
      await desk.turn.getByText('The question desk cannot be reached').waitFor();
      const again = await serveCitedesk(folders, {}, new URL(first.url).port);
      await desk.turn.getByRole('button', { name: 'Try again' }).click();
      await desk.turn.locator('.nearest').waitFor();
      await desk.page.reload();
      await desk.cite(1).click();
      await desk.passage.waitFor();
      expect(desk.complaints).toEqual([]);
      await desk.close();
      await again.stop();
    },
  );

  it.each<Size>(['desktop', 'phone'])(
    'shows the cited words when the index was built anew between question and click on a %s',
    async (size) => {
      const corpus = corpusCopy();
      const folders = ['--corpus', corpus, '--index', await builtIndex()];
      const server = await serveCitedesk(folders);
      const desk = await openDesk(browser(), { url: server.url, size });
      await desk.ask(QUESTION);
      await desk.turn.locator('.tools').waitFor();
      const keptWords = () => desk.page.evaluate<string>('Object.values(localStorage).join()');
      await expect.poll(keptWords).toContain('"excerpts":[{');
      const { citations } = (await answerFrom(server.url, QUESTION)).claims[0] ?? { citations: [] };
      const [cite] = citations;
      if (cite === undefined) throw new Error('the question has no cited answer');
      // Moved: something was written above it.
      const file = join(corpus, cite.path);
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, source.replace(cite.quote, `A correction was made on Tuesday.\n\n${cite.quote}`));
      expect((await citedesk(['index', ...folders])).code).toBe(0);
      await desk.cite(1).click();
      await desk.panel.getByText('This article was edited after the answer').waitFor();
      expect(await desk.passage.textContent()).toBe(cite.quote);
      await desk.page.keyboard.press('Escape');
      // Gone: its article left the archive.
      rmSync(file);
      expect((await citedesk(['index', ...folders])).code).toBe(0);
      await desk.page.reload();
      await desk.cite(1).click();
      await desk.panel.getByText('The cited words:').waitFor();
      expect(await desk.passage.textContent()).toBe(cite.quote);
      expect((await desk.panel.locator('blockquote').textContent())?.length).toBeGreaterThan(
        cite.quote.length,
      );
      await desk.close();
      await server.stop();
    },
  );

  it('keeps what readers say of an answer for the newsroom to list', async () => {
    const index = await builtIndex();
    const folders = ['--corpus', FIXTURE, '--index', index];
    const server = await serveCitedesk(folders);
    const desk = await openDesk(browser(), { url: server.url });
    await desk.ask(QUESTION);
    await desk.turn.locator('.unhelpful').click();
    await desk.turn.getByLabel('It is out of date').check();
    await desk.turn.getByRole('button', { name: 'Send' }).click();
    await desk.turn.getByText('Noted, thank you.').waitFor();
    const listed = await citedesk(['feedback', '--json', '--index', index]);
    expect(listed.stdout).toContain('It is out of date');
    expect(desk.complaints).toEqual([]);
    await desk.close();
    await server.stop();
  });

  it('narrows a question to a folder of the archive', async () => {
    const desk = await openDesk(browser(), { url: served.url });
    await desk.page.getByRole('button', { name: 'Whole archive' }).click();
    await desk.page.getByLabel('Source').selectOption('own');
    await desk.page.getByRole('textbox', { name: 'File or folder' }).fill('nowhere');
    await desk.ask(QUESTION);
    await desk.turn.getByRole('button', { name: 'Ask the whole archive' }).click();
    await desk.cite(1).waitFor();
    await desk.close();
  });

  it('embeds the element in the demo page, in its text and in its corner', async () => {
    const { page, complaints, close } = await openPage(browser(), { url: `${served.url}/demo/` });
    const [inline, corner] = [
      widgetIn(page, 'citedesk-chat >> nth=0'),
      widgetIn(page, 'citedesk-chat >> nth=1'),
    ];
    await inline.ask(QUESTION);
    await inline.cite(1).click();
    await inline.passage.waitFor();
    await page.keyboard.press('Escape');
    await corner.launcher.click();
    await corner.ask(QUESTION);
    await corner.cite(1).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
