import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, openDesk, overflowing } from './desk-page.ts';
import { ANSWER, BRIDGE, documents, QUESTION, scripts, UNKNOWN, WIRE } from './stories.ts';
import { partsOf } from './stream-script.ts';
import { type Stub, startStub } from './stub-server.ts';

const QUOTE = ANSWER.claims[0]?.citations[0]?.quote ?? '';

/** Leaves not a character of the browser's room. */
const FILL = `(() => {
  for (let size = 2 ** 22, n = 0; size >= 1; n += 1) {
    try { localStorage.setItem('other ' + n, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
  }
})()`;

describeInBrowser('kept conversations', (browser) => {
  let stub: Stub;
  let desk: DeskPage;
  let page: Page;
  const served = documents();
  const played = scripts();
  const answered = () => desk.turn.locator('.sources').waitFor();
  const rows = () => page.locator('.history-name').allTextContents();

  beforeAll(async () => {
    stub = await startStub({ scripts: played, documents: served });
  });
  afterAll(async () => {
    await stub?.close();
  });
  beforeEach(async () => {
    desk = await openDesk(browser(), { url: stub.url });
    page = desk.page;
  });
  afterEach(async () => {
    expect(desk.complaints).toEqual([]);
    await desk.close();
    served.set(BRIDGE.id, BRIDGE);
    served.set(WIRE.id, WIRE);
  });

  /** Until the words around every citation are kept, too. */
  const kept = () =>
    expect
      .poll(() => page.evaluate<string>('JSON.stringify(Object.values(localStorage))'))
      .toContain(String.raw`\"excerpts\":[{`);

  it('shows an answer as it was after a reload, each citation opening its source', async () => {
    await desk.ask(QUESTION);
    await answered();
    const before = await desk.turn.locator('.answer').textContent();
    await page.reload();
    await answered();
    expect(await desk.turn.locator('.answer').textContent()).toBe(before);
    expect(await desk.turn.locator('.cite').allTextContents()).toEqual(['1', '2', '3', '4']);
    await desk.cite(1).click();
    await expect.poll(() => desk.passage.textContent()).toBe(QUOTE);
  });

  it('shows the cited words among those around them when their article has gone since', async () => {
    await desk.ask(QUESTION);
    await answered();
    await kept();
    served.delete(BRIDGE.id);
    await page.reload();
    await desk.cite(1).click();
    await desk.panel.getByText('The index holds no such document.').waitFor();
    expect(await desk.passage.textContent()).toBe(QUOTE);
    const around = (await desk.panel.locator('blockquote').textContent()) ?? '';
    expect(around.length).toBeGreaterThan(QUOTE.length + 100);
    expect(BRIDGE.text).toContain(around.slice(1, -1));
  });

  it('shows them too when the article was written anew', async () => {
    await desk.ask(QUESTION);
    await answered();
    await kept();
    served.set(BRIDGE.id, { ...BRIDGE, text: 'All new.', blocks: [] });
    await page.reload();
    await desk.cite(1).click();
    await desk.panel.getByText('These words are no longer in the article').waitFor();
    expect(await desk.passage.textContent()).toBe(QUOTE);
    expect((await desk.panel.locator('blockquote').textContent())?.length).toBeGreaterThan(QUOTE.length);
  });

  it('keeps what had come when the page is left in the middle of an answer', async () => {
    played.set('left', { kind: 'hang', parts: partsOf(ANSWER).slice(0, 8) });
    await desk.ask('left');
    await desk.cite(1).waitFor();
    await page.reload();
    await desk.turn.locator('.notice').getByText('The connection was lost').waitFor();
    expect(await desk.turn.locator('.claim').count()).toBe(1);
    played.set('left', { kind: 'answer', parts: partsOf(ANSWER) });
    await desk.turn.getByRole('button', { name: 'Try again' }).click();
    await desk.cite(4).waitFor();
  });

  it('lists conversations, finds one by a word, and goes back to the one before', async () => {
    await desk.ask(QUESTION);
    await answered();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.locator('.empty').waitFor();
    await page.locator('#question:focus').waitFor();
    await desk.ask(UNKNOWN);
    await desk.turn.locator('.nearest').waitFor();
    expect(await rows()).toEqual([UNKNOWN, QUESTION]);
    const search = page.getByRole('searchbox', { name: 'Search conversations' });
    await search.fill('HANGERS inspectors');
    await expect.poll(rows).toEqual([QUESTION]);
    await search.fill('no such words');
    await page.getByText('No conversation holds these words.').waitFor();
    await search.fill('');
    await page.locator('.history-item').last().click();
    await expect.poll(() => page.locator('.question').allTextContents()).toEqual([QUESTION]);
    await page.goBack();
    await expect.poll(() => page.locator('.question').allTextContents()).toEqual([UNKNOWN]);
  });

  it('goes on with a kept conversation', async () => {
    await desk.ask(QUESTION);
    await answered();
    await page.reload();
    await answered();
    await desk.ask(UNKNOWN);
    await desk.turn.locator('.nearest').waitFor();
    await page.reload();
    await desk.turn.locator('.nearest').waitFor();
    expect(await page.locator('.question').allTextContents()).toEqual([QUESTION, UNKNOWN]);
    expect(await rows()).toEqual([QUESTION]);
  });

  it('deletes one, with a way back, and all after a second word', async () => {
    for (const question of [QUESTION, UNKNOWN]) {
      await page.getByRole('button', { name: 'New conversation' }).click();
      await desk.ask(question);
      await desk.turn.locator('.sources, .nearest').first().waitFor();
    }
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.locator('.empty').waitFor();
    await expect.poll(rows).toEqual([QUESTION]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(rows).toEqual([UNKNOWN, QUESTION]);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.locator('.delete-all-yes').click();
    await expect.poll(rows).toEqual([]);
    await page.reload();
    await page.locator('.empty').waitFor();
    expect(await rows()).toEqual([]);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('exports a conversation as Markdown and as JSON', async () => {
    await desk.ask(QUESTION);
    await answered();
    const exported = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ]);
      return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')] as const;
    };
    const [name, text] = await exported('Export as Markdown');
    expect(name).toBe('Why-was-the-harbour-bridge-closed.md');
    expect(text).toContain(`1. “${QUOTE}” [${BRIDGE.title}](<${BRIDGE.url}#:~:text=`);
    const [, json] = await exported('Export as JSON');
    const { claims } = JSON.parse(json).turns[0].answer;
    expect(claims).toMatchObject(
      ANSWER.claims.map(({ text, verdict, citations }) => ({ text, verdict, citations })),
    );
  });

  it.each(['desktop', 'phone'] as const)(
    'says so where the browser keeps nothing, and answers all the same (%s)',
    async (size) => {
      const denied = await openDesk(browser(), { url: 'about:blank', size });
      await denied.page.addInitScript(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new Error('denied'); } })",
      );
      await denied.page.goto(stub.url);
      await denied.page.getByText('This browser lets the page keep nothing').first().waitFor();
      await denied.ask(QUESTION);
      await denied.turn.locator('.sources').waitFor();
      if (size === 'phone') await denied.page.locator('.history-open').click();
      expect(await denied.page.locator('.history-name').allTextContents()).toEqual([QUESTION]);
      expect(denied.complaints).toEqual([]);
      await denied.close();
    },
  );

  it('sees what another window keeps', async () => {
    const other = await page.context().newPage();
    await other.goto(stub.url);
    await other.locator('#question').fill(QUESTION);
    await other.keyboard.press('Enter');
    await expect.poll(rows).toEqual([QUESTION]);
  });

  describe('in two windows at once', () => {
    const questions = (one: Page) => one.locator('.turn .question').allTextContents();
    const askIn = async (one: Page, question: string) => {
      await one.locator('#question').fill(question);
      await one.keyboard.press('Enter');
    };
    const doneIn = (one: Page, count: number) =>
      expect.poll(() => one.locator('.turn[aria-busy="false"]').count()).toBe(count);

    it('loses no question that either asks in the same conversation, and shows each in both', async () => {
      await desk.ask(QUESTION);
      await answered();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await doneIn(other, 1);
      await Promise.all([askIn(page, UNKNOWN), askIn(other, QUESTION)]);
      await Promise.all([doneIn(page, 3), doneIn(other, 3)]);
      await Promise.all([askIn(page, QUESTION), askIn(other, UNKNOWN)]);
      await Promise.all([doneIn(page, 5), doneIn(other, 5)]);
      for (const one of [page, other]) {
        expect((await questions(one)).toSorted()).toEqual(
          [QUESTION, QUESTION, QUESTION, UNKNOWN, UNKNOWN].toSorted(),
        );
        expect(await one.locator('.turn[data-phase="failed"]').count()).toBe(0);
      }
      await page.reload();
      await doneIn(page, 5);
      expect(await page.locator('.turn[data-phase="answered"] .sources').count()).toBe(3);
      expect(await rows()).toEqual([QUESTION]);
    });

    it('leaves a source open that is being read, while the other window asks', async () => {
      await desk.ask(QUESTION);
      await answered();
      await desk.cite(1).click();
      await desk.passage.waitFor();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await askIn(other, UNKNOWN);
      await doneIn(page, 2);
      expect(await desk.passage.textContent()).toBe(QUOTE);
    });

    it('takes what one window deletes out of the other’s list, and keeps what is asked there later', async () => {
      await desk.ask(QUESTION);
      await answered();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await doneIn(other, 1);
      await page.locator('.history-row[data-open] .delete').click();
      await expect.poll(() => other.locator('.history-name').count()).toBe(0);
      await askIn(other, UNKNOWN);
      await expect.poll(rows).toEqual([UNKNOWN]);
    });
  });

  it.each(['desktop', 'phone'] as const)(
    'says so where the browser has no room left, keeps all that it had, and the new once there is room (%s)',
    async (size) => {
      const full = await openDesk(browser(), { url: stub.url, size });
      const { page: own } = full;
      await full.ask(QUESTION);
      await full.turn.locator('.sources').waitFor();
      await own.evaluate(FILL);
      await own.goto(stub.url);
      await full.ask(UNKNOWN);
      await expect.poll(() => full.turn.getAttribute('data-phase')).toBe('abstained');
      await own.getByText('This browser has no room left').first().waitFor();
      const warned = own.waitForEvent('dialog');
      await own.close({ runBeforeUnload: true });
      const warning = await warned;
      expect(warning.type()).toBe('beforeunload');
      await warning.dismiss();
      if (size === 'phone') await own.locator('.history-open').click();
      expect(await own.locator('.history-name').allTextContents()).toEqual([UNKNOWN, QUESTION]);
      expect(await overflowing(own)).toEqual([]);
      await own.locator('.delete-oldest').click();
      await expect.poll(() => own.getByText('This browser has no room left').count()).toBe(0);
      await own.reload();
      await expect.poll(() => full.turn.getAttribute('data-phase')).toBe('abstained');
      expect(full.complaints).toEqual([]);
      await full.close();
    },
  );

  it.each(['phone', 'narrow'] as const)('stands behind a button on a %s screen', async (size) => {
    const phone = await openDesk(browser(), { url: stub.url, size });
    await phone.ask(QUESTION);
    await phone.turn.locator('.sources').waitFor();
    await phone.page.locator('.bar .history-start').click();
    await phone.page.locator('.empty').waitFor();
    await phone.page.locator('.history-open').click();
    await phone.page.locator('.drawer .history-item').click();
    await phone.turn.locator('.sources').waitFor();
    expect(await phone.page.locator('dialog:modal').count()).toBe(0);
    expect(await overflowing(phone.page)).toEqual([]);
    await phone.page.locator('.history-open').click();
    await phone.page.keyboard.press('Escape');
    await phone.page.locator('.history-open:focus').waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});
